import type { Engine } from '../../src/privacy/engine';
import { writeAbout } from '../../src/privacy/person/write';
import { assertUsable } from '../../src/privacy/restriction/restriction';
import { toInstant } from '../../src/privacy/time';
import { accountInKey } from '../../src/storage/declared';
import type { DataSet, Field } from '../../src/storage/data-set';
import type { SeenRow } from '../../src/storage/whole-store';
import { PINNED_ISSUE, words, type PinnedIssue } from './pinned-issue';

/**
 * A change of the schema after a release: the example of docs/architecture.md. The first version noted in which place of
 * the person's list a pin stands, and of two pins at once it gave both the same place. The second lists by `position`,
 * which is unique, in an index of its own.
 */
export interface PlacedPin extends PinnedIssue {
  place: number;
}

const place: Field = {
  value: { kind: 'integer', min: 0, max: 10_000 },
  category: 'pd:WorkHistory',
  what: words('data.pinned-issue-place'),
};

export const FIRST: DataSet<PlacedPin> = {
  ...PINNED_ISSUE,
  fields: { ...PINNED_ISSUE.fields, place },
  indexes: [...PINNED_ISSUE.indexes, { name: 'by-place', partition: ['accountId'], range: 'place' }],
};

/** Optional is both what is not there yet and what is not written any more. */
export type PositionedPin = PinnedIssue & Partial<Pick<PlacedPin, 'place'>> & { position?: string };

/** What was deployed stays declared: the attribute `place`, its index, and the type of either. */
export const SECOND: DataSet<PositionedPin> = {
  ...PINNED_ISSUE,
  fields: {
    ...PINNED_ISSUE.fields,
    place: { ...place, optional: true },
    position: {
      value: { kind: 'joined', of: [{ kind: 'instant' }, { kind: 'jira-id' }] },
      optional: true,
      category: 'pd:WorkHistory',
      what: words('data.pinned-issue-position'),
    },
  },
  indexes: [...FIRST.indexes, { name: 'by-position', partition: ['accountId'], range: 'position' }],
};

const positionOf = ({ position, pinnedAt, issueId }: PositionedPin): string =>
  position ?? `${pinnedAt}#${issueId}`;

/** Pins an issue as the first version did. */
export const pinPlaced = (engine: Engine, accountId: string, issueId: string, at: number): Promise<void> =>
  pin(engine, FIRST, { accountId, issueId, place: at, pinnedAt: toInstant(engine.now()) });

/** Pins an issue as the second does: the old attribute is not written any more. */
export function pinPositioned(engine: Engine, accountId: string, issueId: string): Promise<void> {
  const row: PositionedPin = { accountId, issueId, pinnedAt: toInstant(engine.now()) };
  return pin(engine, SECOND, { ...row, position: positionOf(row) });
}

const pin = <Row extends PinnedIssue>(engine: Engine, dataSet: DataSet<Row>, row: Row): Promise<void> =>
  writeAbout<void>(engine, {
    accountId: row.accountId,
    causedAt: engine.now(),
    registers: true,
    reads: [],
    plan: ({ subject }) => {
      assertUsable(subject);
      const key = `${row.accountId}#${row.issueId}`;
      return { write: [{ do: 'add', dataSet, key, row }], result: undefined };
    },
  });

/** Reads both ways: by the index that lists rows of either version, ordered by what those of the first did not have. */
export async function pinsOf(engine: Engine, accountId: string): Promise<string[]> {
  const rows = await engine.store.query(SECOND, { index: 'by-person', partition: [accountId] });
  rows.sort(({ row: one }, { row: other }) => (positionOf(one) < positionOf(other) ? -1 : 1));
  return rows.map(({ row }) => row.issueId);
}

/** Reads by the new index alone: right once the duty has filled it. */
export async function pinsByIndex(engine: Engine, accountId: string): Promise<string[]> {
  const rows = await engine.store.query(SECOND, { index: 'by-position', partition: [accountId] });
  return rows.map(({ row }) => row.issueId);
}

/**
 * The duty that fills what rows of the first version lack. It goes by the key, since the new index does not list them, and
 * writes as every write about a person does: so it brings back nobody, may be cut off anywhere and may run twice.
 */
export async function fillPositions(engine: Engine): Promise<number> {
  let filled = 0;
  let after: string | undefined;
  for (;;) {
    const { rows, last, isFull } = await engine.store.entityPage(SECOND, after);
    for (const row of rows) filled += await fillPosition(engine, row);
    if (!isFull) return filled;
    after = last;
  }
}

function fillPosition(engine: Engine, { key }: SeenRow): Promise<number> {
  const accountId = accountInKey(SECOND, key) ?? '';
  return writeAbout(engine, {
    accountId,
    causedAt: engine.now(),
    reads: [{ dataSet: SECOND, key }],
    plan: ({ subject, rows: [present] }) => {
      if (!subject || !present || present.position !== undefined) return { done: 0 };
      const row: PositionedPin = { ...present, position: positionOf(present) };
      return { write: [{ do: 'replace', dataSet: SECOND, key, row }], result: 1 };
    },
  });
}
