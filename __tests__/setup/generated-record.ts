import { fieldsOf, type DataSet, type Kind } from '../../src/storage/data-set';

/** The nth sample of a kind, each another where the kind has so many; people are always this one. */
export function sampleOf(kind: Kind, accountId: string, n: number): unknown {
  const day = `2026-01-${String(1 + (n % 28)).padStart(2, '0')}`;
  switch (kind.kind) {
    case 'account-id':
      return accountId;
    case 'jira-id':
    case 'integer-text':
      return String(2001 + n);
    case 'day':
      return day;
    case 'instant':
      return `${day}T09:00:00.000Z`;
    case 'integer':
      return Math.min(kind.min + n, kind.max);
    case 'boolean':
      return n % 2 === 0;
    case 'one-of':
      return kind.values[n % kind.values.length];
    case 'digest':
      return String(n).padStart(64, '0');
    case 'token':
      return `token-${String(n).padStart(12, '0')}`;
    case 'record-id':
      return String(n).padStart(32, '0');
    case 'data-set':
      return 'time-entry';
    case 'joined':
      return kind.of.map((part) => sampleOf(part, accountId, n)).join('#');
    case 'numbers':
      return { [String(sampleOf(kind.by, accountId, n))]: 1 };
    case 'published-text':
      return `text-${n}`;
    case 'list':
      return [itemOf({ ...kind.of, ...kind.optional }, accountId, n)];
  }
}

function itemOf(kinds: Readonly<Record<string, Kind>>, accountId: string, n: number): object {
  return Object.fromEntries(
    Object.entries(kinds).map(([name, kind]) => [name, sampleOf(kind, accountId, n)]),
  );
}

/** The nth record of a data set, with all its fields, about a person, and the key that fits it. */
export function recordOf(
  set: DataSet,
  accountId: string,
  n: number,
): { key: string; value: Record<string, unknown> } {
  const value = Object.fromEntries(
    fieldsOf(set).map(([name, field]) => [name, sampleOf(field.value, accountId, n)]),
  );
  const parts = set.key.map(([name, kind]) => value[name] ?? sampleOf(kind, accountId, n));
  return { key: parts.join('#'), value };
}

/** Whether a value of the kind holds an account ID, be it inside of another. */
export function holdsAccount(kind: Kind): boolean {
  switch (kind.kind) {
    case 'account-id':
      return true;
    case 'joined':
      return kind.of.some(holdsAccount);
    case 'numbers':
      return holdsAccount(kind.by);
    case 'list':
      return Object.values({ ...kind.of, ...kind.optional }).some(holdsAccount);
    default:
      return false;
  }
}
