import { fieldsOf, type DataMap, type DataSet } from '../../storage/data-set';
import {
  deleteSecrets,
  emptyEntity,
  emptyPlain,
  insist,
  isListed,
  type Emptied,
  type Emptying,
  type Hurry,
} from '../../storage/empty';
import { entityNameOf } from '../../storage/layout';
import type { Engine } from '../engine';
import { kindOfError } from '../errors';
import { closeInstallation, STORE_CLOSED } from '../installation';

/** Kept back, so that the last call ends within the invocation. */
const SPARE_MS = 3_000;
/** Before the store is tried to be closed again; without that nothing is deleted. */
const CLOSING_PAUSES_MS = [5_000, 10_000, 10_000];
/** Between two rounds of which the first listed rows: queries lag behind the deletion, and some of it may have failed. */
const PAUSES_MS = [0, 500, 1_000, 2_000, 5_000, 10_000, 10_000];

/** Each kind of failure is told once: where storage is busy there are many of them. */
function hurryOf(engine: Engine): Hurry {
  const told = new Set<string>();
  return {
    pause: engine.pause,
    isOver: (pauseMs = 0) => engine.remainingMs() - pauseMs < SPARE_MS,
    gaveUp: (error) => {
      const kind = kindOfError(error);
      if (!told.has(kind)) engine.log('store-step-failed', { kind });
      told.add(kind);
    },
  };
}

/**
 * Closes the store and empties it. From its first write on nothing about anyone is written any more; before that nothing
 * is deleted, since a part of a store that is in use would contradict itself. The row that says that the store is closed
 * stays to the end: what was under way when all was deleted comes to it.
 * @returns whether nothing else is left
 */
export async function wipeStore(engine: Engine): Promise<boolean> {
  return (await close(engine)) && emptyStore(engine);
}

/**
 * Empties a store that is closed: its rows, most sensitive first, and then the secrets. No condition can
 * protect a secret, so that this must have ended long before the store is opened again.
 * @returns whether nothing is left but the row that says that the store is closed
 */
export async function emptyStore(engine: Engine): Promise<boolean> {
  const wiped = (await emptyRows(engine)) && (await deleteSecrets(engine.store.map, hurryOf(engine)));
  engine.log('store-wiped', { complete: Number(wiped) });
  return wiped;
}

async function close(engine: Engine): Promise<boolean> {
  const hurry = hurryOf(engine);
  for (const pauseMs of CLOSING_PAUSES_MS) {
    const closed = await insist(hurry, () => closeInstallation(engine));
    if (closed) return true;
    if (hurry.isOver(pauseMs)) break;
    await engine.pause(pauseMs);
  }
  engine.log('store-not-closed');
  return false;
}

/**
 * Deletes what a closed store shows: records about people, registrations, cohorts, what stands for people, and the rest.
 * It goes round until a round finds nothing, or until its time is over; run again, it goes on. Until then queries may
 * list what is gone and hide what was just written. Every deletion is carried out only while the store is closed.
 * @returns whether the last round found nothing
 */
export async function emptyRows(engine: Engine): Promise<boolean> {
  const emptying: Emptying = { hurry: hurryOf(engine), condition: STORE_CLOSED };
  let { rows, finished } = await wipeRound(engine, emptying);
  for (const pauseMs of PAUSES_MS) {
    if (rows === 0 && finished) return true;
    if (emptying.hurry.isOver(pauseMs)) return false;
    if (pauseMs > 0) await engine.pause(pauseMs);
    ({ rows, finished } = await wipeRound(engine, emptying));
  }
  return rows === 0 && finished;
}

async function wipeRound(engine: Engine, emptying: Emptying): Promise<Emptied> {
  const round: Emptied = { rows: 0, finished: await queriesCaughtUp() };
  for (const step of stepsOf(engine.store.map)) {
    const { rows, finished } = await ('entity' in step
      ? emptyEntity(step.entity, emptying)
      : emptyPlain(emptying));
    round.rows += rows;
    round.finished &&= finished;
  }
  return round;
}

/** Whether queries show the write that closed the store: only then can they show what was written before it. */
const queriesCaughtUp = (): Promise<boolean> => isListed(STORE_CLOSED).catch(() => false);

/** What is emptied at once: an entity, or all plain rows. */
type Step = { entity: string } | { plain: true };

/** The steps of an emptying in their order: each at the place of the most sensitive data set in it. */
export function stepsOf(map: DataMap): Step[] {
  const inOrder = map
    .filter(({ place }) => place !== 'secret')
    .sort((one, other) => sensitivityOf(one) - sensitivityOf(other));
  const places = new Set([...inOrder.map(entityNameOf), undefined]);
  return [...places].map((entity) => (entity === undefined ? { plain: true } : { entity }));
}

/** Lower goes first. */
function sensitivityOf(set: DataSet): number {
  if (set.about === 'person') return set.found?.by === 'index' ? 0 : 1;
  if (set.about === 'people') return 2;
  if (set.about === 'nobody') return 5;
  return fieldsOf(set).some(([, { value }]) => value.kind === 'account-id') ? 3 : 4;
}
