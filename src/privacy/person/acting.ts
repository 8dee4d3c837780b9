import { ownKey } from '../../storage/data-set';
import type { Change } from '../../storage/store';
import { ADMINISTRATOR, type Administrator } from '../data-sets/administrator';
import { AUDIT, type AuditLine } from '../data-sets/audit';
import { PERSON } from '../data-sets/registration';
import { randomToken } from '../digest';
import type { Engine, RecordChange } from '../engine';
import { Refused } from '../errors';
import { toDay } from '../time';
import type { Subject } from './subject';
import { writeAbout } from './write';

/**
 * The engine as an administrator uses it: each line of the audit log that is about an act of theirs carries their token. Their
 * own row is written with their first line on a day, before that line: so no line has a token that leads nowhere.
 */
export function actingAs(engine: Engine, accountId: string): Engine {
  let known: Promise<string> | undefined;
  const token = (): Promise<string> => {
    known ??= tokenOf(engine, accountId).catch((error: unknown) => {
      // Whoever tries again asks again.
      known = undefined;
      throw error;
    });
    return known;
  };
  const transact = async (changes: readonly Change[]): Promise<void> => {
    const by = changes.some(lacksActor) ? await token() : undefined;
    await engine.store.transact(by === undefined ? changes : changes.map((change) => signed(change, by)));
  };
  return { ...engine, acting: { accountId, token }, store: { ...engine.store, transact } };
}

function lacksActor(change: Change): boolean {
  if (change.do !== 'set' || change.dataSet.name !== AUDIT.name) return false;
  const { role, by } = change.row as AuditLine;
  return role === 'administrator' && by === undefined;
}

const signed = (change: Change, by: string): Change =>
  change.do === 'set' && lacksActor(change) ? { ...change, row: { ...change.row, by } } : change;

/** The token of an administrator who acts now: one read, and on their first act of a day a write. */
async function tokenOf(engine: Engine, accountId: string): Promise<string> {
  const ref = { dataSet: ADMINISTRATOR, key: ownKey(ADMINISTRATOR, accountId) };
  const now = engine.now();
  const today = toDay(now);
  const [row, person] = await engine.store.getAll([ref, { dataSet: PERSON, key: accountId }]);
  if (person && row && lastActOn(row) >= today) return row.by;
  return writeAbout<string, [typeof ref]>(engine, {
    accountId,
    causedAt: now,
    registers: true,
    onSite: true,
    reads: [ref],
    plan: ({ subject, rows: [read] }) => {
      // What is there of somebody who is not registered is left of an earlier stay.
      const present = subject && read;
      if (present && lastActOn(present) >= today) return { done: present.by };
      const by = present?.by ?? randomToken();
      const acted: Administrator = { accountId, by, lastAct: `${today}#${randomToken()}` };
      const change: RecordChange = { do: present ? 'replace' : 'add', ...ref, row: acted };
      return { write: [change], result: by };
    },
  });
}

/** The day on which an administrator last acted. */
const lastActOn = ({ lastAct }: Pick<Administrator, 'lastAct'>): string => lastAct.slice(0, 10);

/** Whether lines of the audit log lead to this person: then their trace does not end at their own wish alone. */
export const hasActed = ({ standing: { counts } }: Pick<Subject, 'standing'>): boolean =>
  (counts[ADMINISTRATOR.name] ?? 0) > 0;

/** Whether this is about the administrator who asks for it. */
export const isOneself = ({ acting }: Engine, accountId: string): boolean => acting?.accountId === accountId;

/** An administrator would erase themselves, and with that the trace of what they did. */
export const notOneself = (): Refused => new Refused('CONFLICT', 'refused-admin.own-data');
