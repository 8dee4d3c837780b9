import type { LocalForge } from '../../local/forge';
import type { InvocationRecord } from '../../local/runtime/records';

/** Account IDs in the forms that Atlassian gives out. */
const ACCOUNT_IDS = /\b(?:[0-9a-f]{24}|\d{6}:[0-9a-f-]{36}|qm:[0-9a-f:-]{20,})\b/i;

/** Expects that nothing an invocation logged or threw names a person, an issue or a project. */
export function expectQuietLogs(forge: LocalForge): void {
  const words = namesOf(forge);
  const loud = forge.invocations.list().filter((record) => saidBy(record).some((line) => tells(line, words)));
  expect(loud.map(({ function: name, call }) => `${name} ${call ?? ''}`)).toEqual([]);
}

const saidBy = ({ logs, error }: InvocationRecord): string[] => [...logs, error ?? ''];

const tells = (line: string, words: readonly RegExp[]): boolean =>
  ACCOUNT_IDS.test(line) || words.some((word) => word.test(line));

function namesOf(forge: LocalForge): RegExp[] {
  const names = forge.installations
    .list()
    .flatMap(({ jira }) => [
      ...jira.people().flatMap(({ accountId, displayName }) => [accountId, ...displayName.split(' ')]),
      ...jira.issues().flatMap(({ id, key, summary }) => [id, key, summary]),
      ...jira.projects().flatMap(({ id, name }) => [id, name]),
    ]);
  return [...new Set(names)].map((name) => new RegExp(`(?<![\\w-])${name}(?![\\w-])`));
}
