import path from 'node:path';
import { sourceFiles } from '../../scripts/manifest/app-code';
import { changedManifest, forgeTool } from './forge-tool';
import { root } from './read-manifest';

interface Report {
  files: number;
  problems: { level: string; file: string; message: string }[];
}

const description = path.join(root, 'scripts/manifest/atlassian-calls.json');
let own: Report;
let withoutScope: Report;

beforeAll(async () => {
  const changed = changedManifest('- read:jira-work', '- read:jira-user');
  [own, withoutScope] = await forgeTool<[Report, Report]>('lint.cjs', description, 'manifest.yml', changed);
}, 240_000);

describe("Atlassian's linter", () => {
  it('looks at every file of the app and finds nothing, not even a warning', () => {
    expect(own).toEqual({ files: sourceFiles('src').length, problems: [] });
  });

  it('would find a missing scope', () => {
    expect(withoutScope.problems.map(({ message }) => message).join('\n')).toContain('read:jira-work');
  });
});
