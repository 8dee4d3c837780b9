import path from 'node:path';
import { sourceFiles } from '../../scripts/manifest/app-code';
import { changedManifest, forgeTool } from './forge-tool';
import { lintFindings, type LintReport } from '../../scripts/doctor/tools';
import { root } from './read-manifest';

const description = path.join(root, 'scripts/manifest/atlassian-calls.json');
let own: LintReport;
let withoutScope: LintReport;

beforeAll(async () => {
  const changed = changedManifest('- read:jira-work', '- read:jira-user');
  [own, withoutScope] = await forgeTool<[LintReport, LintReport]>(
    'lint.cjs',
    description,
    'manifest.yml',
    changed,
  );
}, 240_000);

describe("Atlassian's linter", () => {
  it('looks at every file of the app and finds nothing, not even a warning', () => {
    expect(own).toEqual({ files: sourceFiles('src').length, problems: [] });
  });

  it('would find a missing scope', () => {
    expect(withoutScope.problems.map(({ message }) => message).join('\n')).toContain('read:jira-work');
  });

  it('has a line in what the doctor says', () => {
    expect(lintFindings(own).map(({ state }) => state)).toEqual(['ok']);
    const [found] = lintFindings(withoutScope);
    expect(found?.state).toBe('wrong');
    expect(found?.says).toContain('read:jira-work');
  });
});
