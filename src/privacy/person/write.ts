import { deletionOf } from '../../storage/as-read';
import { accountInKey, UndeclaredError } from '../../storage/declared';
import type { Change, Ref } from '../../storage/store';
import { auditChange } from '../audit';
import type { Register } from '../data-sets/cohort';
import { PERSON, standingRef, type Standing } from '../data-sets/registration';
import type { Engine, RecordChange } from '../engine';
import { storeOurs } from '../installation';
import { persistently } from '../persistently';
import { toInstant } from '../time';
import { withChange } from '../versioned';
import { REGISTER_REF } from './open-cohorts';
import { admitting, type Admission, type Admit } from './admission';
import { readSubject, type SubjectAndRows, type StandingChange, type Subject } from './subject';
import { withoutHint } from './grounds';

/** What a write comes to, given what is there: something to write, or nothing (it is as asked already). */
export type Plan<Result> = WritePlan<Result> | { done: Result };

export interface WritePlan<Result> {
  write: RecordChange[];
  /** Choices to change in the standing row; `undefined` takes one back. */
  standing?: StandingChange;
  /** Changes that are not about the person, for example a line of the audit log. */
  also?: Change[];
  result: Result;
}

interface PersonWrite<Result, Refs extends readonly Ref[] = readonly Ref[]> {
  accountId: string;
  /** When it was asked for: an erasure after that wins. */
  causedAt: Date;
  /** That a person without data is registered by it; otherwise its plan writes nothing about them. */
  registers?: true;
  /** Whether the person asks for it in the app: then they are on the site, and a removal that was noted is not so. */
  onSite?: boolean;
  /** Records to be read together with the person, at most 20. */
  reads: Refs;
  /** Called again with what is there then, whenever the transaction was not carried out. */
  plan(state: SubjectAndRows<Refs>): Plan<Result> | Promise<Plan<Result>>;
}

/**
 * Every write about a person: one strict read, one transaction. The transaction checks that the live row exists with
 * the epoch that was read, and moves the version of the standing row on; so nothing is written about someone who was
 * erased meanwhile, no two writes overlap, and counts change with the records they count.
 *
 * A lost answer does no harm: the plan is made again from what is there, and finds its work done.
 * @throws Refused by the plan or by the admission; StorageBusyError when storage does not answer
 */
export function writeAbout<Result, const Refs extends readonly Ref[] = readonly Ref[]>(
  engine: Engine,
  write: PersonWrite<Result, Refs>,
): Promise<Result> {
  const admit = admitting(engine, write.accountId, write.causedAt);
  return persistently(engine, () => writeOnce(engine, write, admit));
}

/** A person who looks at the app and so is on the site: costs something only where Jira said that they were removed. */
export async function seenOnSite(engine: Engine, subject: Subject | undefined): Promise<Subject | undefined> {
  if (subject?.standing.removedAt === undefined) return subject;
  return writeAbout<Subject | undefined>(engine, {
    accountId: subject.person.accountId,
    causedAt: engine.now(),
    onSite: true,
    reads: [],
    plan: (state) => (state.subject ? { write: [], result: state.subject } : { done: undefined }),
  });
}

async function writeOnce<Result>(engine: Engine, write: PersonWrite<Result>, admit: Admit): Promise<Result> {
  const { state, line, register } = await readState(engine, write);
  const wanted = await write.plan(state);
  // That they are back is worth a write of its own.
  const plan = 'done' in wanted && line.length > 0 ? { write: [], result: wanted.done } : wanted;
  if ('done' in plan) return plan.done;
  const changes = await changesOf(engine, write, state, plan, () => admit(register));
  await engine.store.transact([...changes, ...line]);
  return plan.result;
}

/** What is there, with the line of the audit log for somebody who came back, and which cohorts are open. */
async function readState(
  engine: Engine,
  { accountId, reads, onSite, registers }: Omit<PersonWrite<unknown>, 'plan' | 'causedAt'>,
): Promise<{ state: SubjectAndRows; line: Change[]; register: Register | undefined }> {
  const read = await readSubject(engine, accountId, registers ? [...reads, REGISTER_REF] : reads);
  const state = { ...read, rows: read.rows.slice(0, reads.length) };
  const register = read.rows[reads.length] as Register | undefined;
  const back = onSite ? backOnSite(engine.now(), state.subject) : undefined;
  if (!back) return { state, line: [], register };
  return { state: { ...state, subject: back.subject }, line: [back.line], register };
}

async function changesOf<Result>(
  engine: Engine,
  write: PersonWrite<Result>,
  { subject, installation }: SubjectAndRows,
  plan: WritePlan<Result>,
  enter: () => Promise<Admission>,
): Promise<Change[]> {
  const ours = await storeOurs(engine, installation);
  if (subject) return [ours, ...changesAbout(engine, subject, plan)];
  if (!write.registers) throw new TypeError('a write about someone without data must register them');
  const entry = await enter();
  const standing = { ...nextStanding(engine, entry.standing, plan), version: entry.standing.version };
  return [ours, ...entry.changes, standingChange(standing), ...recordChanges(write.accountId, plan)];
}

/** What writes a plan about a person who has data, on condition that nothing about them was written since they were read. */
export function changesAbout(engine: Engine, subject: Subject, plan: WritePlan<unknown>): Change[] {
  const standing = nextStanding(engine, subject.standing, plan);
  return [
    ...fence(subject),
    standingChange(standing, subject.standing.version),
    ...recordChanges(subject.person.accountId, plan),
  ];
}

function recordChanges(accountId: string, plan: WritePlan<unknown>): Change[] {
  plan.write.forEach((change) => assertAbout(accountId, change));
  return [...plan.write.map(asChange), ...(plan.also ?? [])];
}

/** The condition under which anything about the person may be written: this stay of theirs has not ended. */
export function fence(subject: Subject): Change[] {
  const { accountId, epoch } = subject.person;
  return [{ do: 'check', dataSet: PERSON, key: accountId, expected: { epoch } }];
}

function standingChange(standing: Standing, version?: number): Change {
  return {
    do: 'set',
    ...standingRef(standing.accountId),
    row: standing,
    expected: version === undefined ? 'guarded' : { version },
  };
}

function nextStanding(engine: Engine, standing: Standing, plan: WritePlan<unknown>): Standing {
  const counts = countsAfter(standing.counts, plan.write);
  return withChange(standing, {
    ...plan.standing,
    version: standing.version + 1,
    counts,
    empty: Object.keys(counts).length === 0,
    changedAt: toInstant(engine.now()),
  });
}

/** The counts of a person after the changes; a data set without records has no count. */
function countsAfter(
  counts: Record<string, number>,
  changes: readonly RecordChange[],
): Record<string, number> {
  const after = { ...counts };
  for (const change of changes) {
    if (change.do === 'replace') continue;
    const { name } = change.dataSet;
    after[name] = (after[name] ?? 0) + (change.do === 'add' ? 1 : -1);
    if (after[name] <= 0) delete after[name];
  }
  return after;
}

function asChange(change: RecordChange): Change {
  return change.do === 'remove'
    ? deletionOf(change.dataSet, change.key, change.read)
    : { do: 'set', dataSet: change.dataSet, key: change.key, row: change.row, expected: 'guarded' };
}

/** A write about one person never touches another's record, whatever the feature that made it intended. */
function assertAbout(accountId: string, change: RecordChange): void {
  const { dataSet, key } = change;
  if (dataSet.about !== 'person' || accountInKey(dataSet, key) !== accountId) {
    throw new UndeclaredError(dataSet.name, 'accountId', 'is not the person this write is about');
  }
}

/** A person who is on the site again, with the line of the audit log that says so. */
interface BackOnSite {
  subject: Subject;
  line: Change;
}

/**
 * Somebody who uses the app is on the site, whatever Jira said before. So the removal that Jira announced is taken back,
 * with the restriction that it brought. Undefined if Jira announced none.
 */
function backOnSite(now: Date, subject: Subject | undefined): BackOnSite | undefined {
  if (subject?.standing.removedAt === undefined) return undefined;
  const { person, standing } = subject;
  const next = { ...standing, ...withoutHint(standing, 'removedAt').unsaid };
  return {
    subject: { person, standing: next as Standing },
    line: auditChange(now, { event: 'came-back', role: 'person', subject: person.token }),
  };
}
