import type { Stored } from '../../storage/query';
import { auditChange } from '../audit';
import type { AuditEvent, AuditLine } from '../data-sets/audit';
import { PERSON, STANDING, standingRef, type Standing } from '../data-sets/registration';
import type { Engine } from '../engine';
import { pagesOf } from '../pages';
import type { StandingChange, Subject } from '../person/subject';
import { SAID_BY, withHint, withoutHint, type Hint } from '../person/grounds';
import type { WritePlan } from '../person/write';
import { FIRST_INSTANT } from '../time';

/** A person who is held and of whom something was said, with when that was. */
interface Hinted {
  accountId: string;
  at: string;
  standing: Standing;
}

/**
 * Notes what was said of a person, with its lines of the audit log: it restricts, unless the use is restricted already.
 * Nothing where it is noted already.
 */
export function hintNoted(
  { standing, person }: Subject,
  hint: Hint,
  now: Date,
  { saidAt, event }: { saidAt?: string; event?: AuditEvent } = {},
): WritePlan<undefined> | undefined {
  if (standing[hint] !== undefined) return undefined;
  const { said, restricts } = withHint(standing, hint, now, saidAt);
  const events = [...(event ? [event] : []), ...(restricts ? (['restriction-set'] as const) : [])];
  const line = { role: SAID_BY[hint], subject: person.token };
  return planOf(said, now, line, events);
}

/**
 * Takes back what was said of a person, with its lines of the audit log, and with it the restriction that came of it and
 * of nothing else.
 */
export function hintTakenBack(
  { standing, person }: Subject,
  hint: Hint,
  now: Date,
  { events, ...who }: Pick<AuditLine, 'role' | 'reason'> & { events: (lifts: boolean) => AuditEvent[] },
): WritePlan<undefined> {
  const { unsaid, lifts } = withoutHint(standing, hint);
  return planOf(unsaid, now, { ...who, subject: person.token }, events(lifts));
}

const planOf = (
  standing: StandingChange,
  now: Date,
  line: Pick<AuditLine, 'role' | 'reason' | 'subject'>,
  events: readonly AuditEvent[],
): WritePlan<undefined> => ({
  write: [],
  standing,
  also: events.map((event) => auditChange(now, { event, ...line })),
  result: undefined,
});

/** Those of whom it was said, longest first. */
export async function hintedRows(engine: Engine, hint: Hint, limit: number): Promise<Hinted[]> {
  return stillHinted(engine, hint, await engine.store.query(STANDING, { index: hint, limit }));
}

/** All of whom it was said before an instant and from another on, longest first, however many of them there are. */
export async function* hintedBefore(
  engine: Engine,
  hint: Hint,
  before: string,
  from: string = FIRST_INSTANT,
): AsyncGenerator<Hinted> {
  const stretch = { index: hint, range: hint, from, until: before };
  for await (const page of pagesOf(engine, STANDING, stretch)) {
    for (const hinted of await stillHinted(engine, hint, page)) {
      if (hinted.at < before) yield hinted;
    }
  }
}

/** Rows of the index may be late: each is read again. */
async function stillHinted(
  engine: Engine,
  hint: Hint,
  listed: ReadonlyArray<Stored<Standing>>,
): Promise<Hinted[]> {
  const standings = await standingsOf(
    engine,
    listed.map(({ row }) => row.accountId),
  );
  return [...standings.values()].flatMap((standing) => {
    const at = standing[hint];
    return at === undefined ? [] : [{ accountId: standing.accountId, at, standing }];
  });
}

/** The standing rows of those of the accounts that have data here, strictly read, in their order. */
export async function standingsOf(
  engine: Engine,
  accountIds: readonly string[],
): Promise<Map<string, Standing>> {
  const people = await engine.store.getAll(accountIds.map((key) => ({ dataSet: PERSON, key })));
  const rows = await engine.store.getAll(accountIds.map(standingRef));
  return new Map(
    rows.flatMap((standing, at) => (standing && people[at] ? [[standing.accountId, standing] as const] : [])),
  );
}
