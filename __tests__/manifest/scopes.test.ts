import { scopeRules, scopesOf } from '../../scripts/manifest/scope-rules';
import { usage as usageOf } from '../../scripts/manifest/usage';
import { textOf } from '../project/project-files';
import { afterChange, manifestText, readManifest, type Manifest } from './read-manifest';

const usage = usageOf();
const rule = (manifest: Manifest) => scopeRules(manifest, manifestText, usage);
const without = (scope: string) => (manifest: Manifest) =>
  (manifest.permissions.scopes = manifest.permissions.scopes.filter((each) => each !== scope));

describe('the scopes', () => {
  it('are what the code needs, each with its reason', () => {
    expect(rule(readManifest())).toEqual([]);
  });

  it.each(['storage:app', 'read:jira-work', 'read:jira-user'])('would be missed without %s', (scope) => {
    expect(afterChange(rule, without(scope))).toEqual([`${scope} is needed and not asked for`]);
  });

  it('would be too many with one that nothing needs', () => {
    const change = ({ permissions }: Manifest) => permissions.scopes.push('write:jira-work');
    expect(afterChange(rule, change)).toEqual([
      'write:jira-work has no reason beside it',
      'write:jira-work is asked for and not needed',
    ]);
  });

  it('stand in docs/architecture.md, each with its calls', () => {
    const lines = textOf('docs/architecture.md').split('\n');
    const documented = (scope: string): string[] => {
      const rows = lines.filter((line) => line.startsWith(`| \`${scope}\` `)).join('\n');
      return [...rows.matchAll(/`(?:GET|POST) (\/[^`]+)`/g)].map(([, path = '']) =>
        path.replace(/\{\w+\}/g, '{}'),
      );
    };
    const made = (scope: string): string[] =>
      usage.calls.map(({ path }) => path).filter((path) => scopesOf(path)?.includes(scope));
    const both = readManifest().permissions.scopes.map((scope) => [
      [scope, [...new Set(documented(scope))].sort()],
      [scope, [...new Set(made(scope))].sort()],
    ]);
    expect(both.map(([first]) => first)).toEqual(both.map(([, second]) => second));
  });

  it('cover no call that nobody described', () => {
    const calls = [...usage.calls, { file: 'src/atlassian/new.ts', path: '/rest/api/3/field' }];
    expect(scopeRules(readManifest(), manifestText, { ...usage, calls })).toEqual([
      'src/atlassian/new.ts calls /rest/api/3/field: describe it in atlassian-calls.json',
    ]);
  });
});
