import path from 'node:path';
import { sourceFiles } from './app-code';
import { changedManifest, forgeTool } from './forge-tool';

interface Report {
  files: number;
  problems: { level: string; file: string; message: string }[];
}

const description = path.join(__dirname, 'atlassian-calls.json');
const lint = (manifest: string) => forgeTool<Report>('lint.cjs', description, manifest);

describe("Atlassian's linter", () => {
  it('looks at every file of the app and finds nothing, not even a warning', async () => {
    const { files, problems } = await lint('manifest.yml');
    expect(problems).toEqual([]);
    expect(files).toBe(sourceFiles('src').length);
  }, 240_000);

  it('would find a missing scope', async () => {
    const { problems } = await lint(changedManifest('- read:jira-work', '- read:jira-user'));
    expect(problems.map(({ message }) => message).join('\n')).toContain('read:jira-work');
  }, 240_000);
});
