import * as fc from 'fast-check';
import { seenOnSite } from '../../src/privacy/person/write';
import { TIME_ENTRY } from '../../src/timesheet/time-entry';
import { ENTRY_DEPENDENTS } from '../../src/timesheet/delete-entries';
import { logTime } from '../../src/timesheet/log-time';
import type { Engine } from '../../src/privacy/engine';
import { eraseRemoved, noteRemoved } from '../../src/privacy/restriction/removal';
import { eraseApproved } from '../../src/privacy/requests/approval';
import { decide } from '../../src/privacy/requests/decide';
import { openRequest } from '../../src/privacy/requests/open';
import { setRestriction } from '../../src/privacy/restriction/restriction';
import { runRetention } from '../../src/privacy/retention/retention';
import { readSubject } from '../../src/privacy/person/subject';
import { groundsOf } from '../../src/privacy/person/grounds';
import { toDay } from '../../src/privacy/time';
import { randomUUID } from 'node:crypto';
import { openMemoryScene } from '../privacy/reporting/memory-scene';

const DAY_MS = 86_400_000;
const ANNA = 'person-anna';
/** Standard periods: of an entry, and until somebody who was removed is erased. */
const ENTRY_DAYS = 1095;
const REMOVED_DAYS = 30;

const MOVES = [
  ...['logs', 'restricts', 'lifts', 'uses'],
  ...['held by an administrator', 'lifted by an administrator', 'removed'],
  ...['asks for restriction', 'asks for erasure', 'a month', 'three years'],
] as const;
type Move = (typeof MOVES)[number];

/** What must be so of Anna, told without any of the app's code. */
interface Model {
  entries: number[];
  registered: boolean;
  /** Being erased, which ends a history. */
  erased: boolean;
  /** Each by itself: whether the person restricts it, and whether an administrator does. */
  own: boolean;
  theirs: boolean;
  /** When the person was told that an administrator will lift theirs. */
  toldOn: number | undefined;
  removedOn: number | undefined;
  today: number;
}

const NOTHING_YET: Model = {
  entries: [],
  registered: false,
  erased: false,
  removedOn: undefined,
  today: 0,
  own: false,
  theirs: false,
  toldOn: undefined,
};
const gone = (model: Model): Model => ({ ...model, registered: false, erased: true });

function expectedAfter(model: Model, move: Move): Model {
  if (move === 'a month') return later(model, 31);
  if (move === 'three years') return later(model, 1100);
  if (move === 'logs') return logged(model);
  return model.registered ? CHANGES[move](model, { ...model, removedOn: undefined }) : model;
}

const logged = (model: Model): Model =>
  model.registered && isHeld(model)
    ? model
    : { ...model, removedOn: undefined, registered: true, entries: [...model.entries, model.today] };

/** What a move makes of somebody who has data: `onSite` is the same with nothing said of a removal. */
const CHANGES: Record<
  Exclude<Move, 'a month' | 'three years' | 'logs'>,
  (model: Model, onSite: Model) => Model
> = {
  uses: (_, onSite) => onSite,
  restricts: (_, onSite) => ({ ...onSite, own: true }),
  // A refusal leaves even the removal as it was.
  lifts: (model, onSite) =>
    model.theirs && !model.own ? model : { ...onSite, own: false, toldOn: undefined },
  removed: (model) => ({ ...model, removedOn: model.removedOn ?? model.today }),
  'held by an administrator': (model) => ({ ...model, theirs: true }),
  'lifted by an administrator': liftedByThem,
  'asks for restriction': (_, onSite) => ({ ...onSite, own: true }),
  'asks for erasure': gone,
};

const isHeld = ({ own, theirs }: Model): boolean => own || theirs;

/** Theirs first; then the person's, a week after they were told, which the first call does. */
function liftedByThem(model: Model, onSite: Model): Model {
  if (model.theirs) return { ...onSite, theirs: false };
  if (!model.own) return onSite;
  if (model.toldOn === undefined) return { ...model, toldOn: model.today };
  return model.today - model.toldOn >= 7 ? { ...onSite, own: false, toldOn: undefined } : model;
}

/** So many days pass, at the end of which the duties of the day are done. */
function later(model: Model, days: number): Model {
  const today = model.today + days;
  const next = { ...model, today };
  if (!model.registered || isHeld(model)) return next;
  if (model.removedOn !== undefined && today - model.removedOn > REMOVED_DAYS) return gone(next);
  return { ...next, entries: model.entries.filter((on) => today - on < ENTRY_DAYS) };
}

function openWorld() {
  const scene = openMemoryScene();
  const engine: Engine = { ...scene.engine, dependents: { [TIME_ENTRY.name]: ENTRY_DEPENDENTS } };
  return { scene, engine };
}

async function ask(engine: Engine, type: 'restriction' | 'erasure'): Promise<void> {
  const { id } = await openRequest(engine, { accountId: ANNA, type });
  await eraseApproved(engine, await decide(engine, { accountId: ANNA, type, id }, { approved: true }));
}

async function play({ scene, engine }: ReturnType<typeof openWorld>, move: Move): Promise<void> {
  const startedOn = toDay(engine.now());
  const entry = {
    request: { fromClient: randomUUID() },
    accountId: ANNA,
    issueId: '20001',
    startedOn,
    seconds: 60,
  };
  const acts: Record<Move, () => Promise<unknown>> = {
    logs: () => logTime(engine, entry),
    restricts: () => setRestriction(engine, ANNA, 'person', true),
    lifts: () => setRestriction(engine, ANNA, 'person', false),
    uses: async () => seenOnSite(engine, (await readSubject(engine, ANNA)).subject),
    'held by an administrator': () =>
      setRestriction(engine, ANNA, 'administrator', true, { reason: 'legal-duty' }),
    'lifted by an administrator': () =>
      setRestriction(engine, ANNA, 'administrator', false, { reason: 'security' }),
    removed: () => noteRemoved(engine, ANNA),
    'asks for restriction': () => ask(engine, 'restriction'),
    'asks for erasure': () => ask(engine, 'erasure'),
    'a month': () => Promise.resolve(scene.pass(31 * DAY_MS)),
    'three years': () => Promise.resolve(scene.pass(1100 * DAY_MS)),
  };
  await acts[move]().catch(() => undefined);
}

async function doDuties({ engine }: ReturnType<typeof openWorld>): Promise<void> {
  await runRetention(engine);
  await eraseRemoved(engine);
}

async function assertAsExpected(
  { engine, scene }: ReturnType<typeof openWorld>,
  model: Model,
): Promise<Model> {
  const { subject } = await readSubject(engine, ANNA);
  // A registration on which nothing hangs goes too, when requests have: that is tried elsewhere.
  if (model.registered && model.entries.length === 0 && !subject) return gone(model);
  expect(subject !== undefined).toBe(model.registered);
  if (!subject) return model;
  expect([...(scene.store.rows.get('time-entry')?.keys() ?? [])]).toHaveLength(model.entries.length);
  const { restrictedBy, removedAt } = subject.standing;
  const byRemoval = model.removedOn === undefined ? undefined : 'atlassian';
  expect(restrictedBy).toBe(model.theirs ? 'administrator' : model.own ? 'person' : byRemoval);
  expect(groundsOf(subject.standing).own !== undefined).toBe(model.own);
  expect(removedAt !== undefined).toBe(model.removedOn !== undefined);
  return model;
}

const isTime = (move: Move): boolean => move === 'a month' || move === 'three years';

it('Whatever happens, what is held stays, and what is not goes when its time has come', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...MOVES), { minLength: 3, maxLength: 25 }), async (moves) => {
      const world = openWorld();
      let model = NOTHING_YET;
      for (const move of ['logs' as const, ...moves]) {
        await play(world, move);
        if (isTime(move)) await doDuties(world);
        model = await assertAsExpected(world, expectedAfter(model, move));
        if (model.erased) return;
      }
    }),
    { numRuns: 300 },
  );
});
