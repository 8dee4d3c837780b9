import description from './atlassian-calls.json';
import type { Manifest } from './manifest';
import type { RestCall } from './rest-calls';

interface Operation {
  'x-atlassian-oauth2-scopes': { scopes: string[] }[];
}

export interface Usage {
  calls: RestCall[];
  usesStorage: boolean;
}

/** What an operation asks for; the paths are Atlassian's, with `{name}` for what is filled in. */
const operations: [pattern: RegExp, scopes: string[]][] = Object.entries(description.paths).map(
  ([path, methods]) => [
    new RegExp(`^${path.replace(/\{[^}]*\}/g, '[^/]+')}$`),
    Object.values<Operation>(methods).flatMap((one) =>
      one['x-atlassian-oauth2-scopes'].flatMap(({ scopes }) => scopes),
    ),
  ],
);

/** The most literal description counts: `/issue/picker` is not `/issue/{issueIdOrKey}`. */
export function scopesOf(path: string): string[] | undefined {
  return operations.find(([pattern]) => pattern.test(path))?.[1];
}

/** The comment above a scope in the manifest. */
export function noteOf(scope: string, text: string): string {
  const lines = text.split('\n').map((line) => line.trim());
  const above = lines.slice(0, lines.indexOf(`- ${scope}`)).reverse();
  const end = above.findIndex((line) => !line.startsWith('#'));
  return above.slice(0, end).reverse().join('\n');
}

/** Each call has its scope, each scope its reason and its call, or a note that says what is to come. */
export function scopeRules(
  { permissions: { scopes } }: Manifest,
  text: string,
  { calls, usesStorage }: Usage,
): string[] {
  const unknown = calls.filter(({ path }) => !scopesOf(path));
  const needed = new Set(calls.flatMap(({ path }) => scopesOf(path) ?? []));
  if (usesStorage) needed.add('storage:app');
  return [
    ...unknown.map(({ file, path }) => `${file} calls ${path}: describe it in atlassian-calls.json`),
    ...[...needed]
      .filter((scope) => !scopes.includes(scope))
      .map((scope) => `${scope} is needed and not asked for`),
    ...scopes.filter((scope) => !noteOf(scope, text)).map((scope) => `${scope} has no reason beside it`),
    ...scopes
      .filter((scope) => !needed.has(scope) && !noteOf(scope, text).includes('To come'))
      .map((scope) => `${scope} is asked for and not needed`),
  ];
}
