import { projectFiles, textOf } from './project-files';

/** The events that the deployed code logs under a fixed name. */
const logged = projectFiles()
  .filter((file) => file.startsWith('src/') && file.endsWith('.ts'))
  .flatMap((file) => [...textOf(file).matchAll(/\blog\(\s*'([a-z-]+)'|'([a-z-]+-not-queued)'/g)])
  .map(([, event, notQueued]) => event ?? notQueued ?? '');

describe('docs/operating.md', () => {
  it('explains every event that the app logs', () => {
    expect(logged.length).toBeGreaterThan(5);
    const text = textOf('docs/operating.md');
    expect([...new Set(logged)].filter((event) => !text.includes(`\`${event}\``))).toEqual([]);
  });
});
