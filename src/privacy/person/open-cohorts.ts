import { StorageRefusedError } from '../../storage/failures';
import type { Change, Ref } from '../../storage/store';
import { emptyCohort, lastCohort } from '../cohorts';
import {
  COHORT,
  MOST_MEMBERS,
  MOST_OPEN,
  REGISTER,
  REGISTER_KEY,
  type Cohort,
  type Register,
} from '../data-sets/cohort';
import { sha256 } from '../digest';
import type { Engine } from '../engine';

/** The row that says which cohorts are open. */
export const REGISTER_REF: Ref<Register> = { dataSet: REGISTER, key: REGISTER_KEY };

/** After a crowd met, this many times as many are open. */
const TIMES_AS_MANY = 4;
/** A closed cohort with this much room takes people again before a new one is made. */
const MUCH_ROOM = 10;

/** The numbers of the cohorts that take people. */
export const openNumbers = ({ open, taking }: Register): string[] =>
  taking?.map(({ number }) => number) ?? [open];

/** The open cohort for an account: the same one for each registration of it, as long as the same ones are open. */
export function cohortFor(register: Register, accountId: string): string {
  const numbers = openNumbers(register);
  const place = Number.parseInt(sha256(accountId).slice(0, 8), 16) % numbers.length;
  return numbers[place] ?? register.open;
}

/** The condition that the same cohorts are open. */
export const sameOpen = (register: Register): Change => ({
  do: 'check',
  ...REGISTER_REF,
  expected: { version: register.version },
});

/**
 * Makes the first cohort of an installation. If the register was lost, the last cohort takes people, so that no new one
 * overwrites one with people in it.
 * @returns which are open then
 */
export async function openFirst(engine: Engine): Promise<Register> {
  const first: Register = { open: String(Math.max(await lastCohort(engine), 1)), version: 1 };
  await engine.store.putIfAbsent(COHORT, first.open, emptyCohort());
  return engine.store.putIfAbsent(REGISTER, REGISTER_KEY, first);
}

/**
 * Opens further cohorts if this one is full or many people meet in it.
 * @throws StorageRefusedError if it opened some: then everything is to be read again
 */
export async function makeRoom(
  engine: Engine,
  register: Register,
  { number, cohort, isCrowded }: { number: string; cohort: Cohort; isCrowded: boolean },
): Promise<void> {
  if (cohort.size >= MOST_MEMBERS) await openInstead(engine, register, number);
  else if (isCrowded && mayOpenMore(register)) await openMore(engine, register);
  else return;
  throw new StorageRefusedError('OTHERS_ARE_OPEN');
}

/**
 * Opens another cohort in place of one that is full.
 * @throws StorageRefusedError if somebody else changed which are open in the meantime
 */
const openInstead = (engine: Engine, register: Register, full: string): Promise<void> =>
  openBeside(
    engine,
    register,
    openNumbers(register).filter((number) => number !== full),
    1,
  );

const mayOpenMore = (register: Register): boolean => openNumbers(register).length < MOST_OPEN;

/**
 * Opens more cohorts, so that those who come at the same moment do not meet in one.
 * @throws StorageRefusedError if somebody else changed which are open in the meantime
 */
export function openMore(engine: Engine, register: Register): Promise<void> {
  const numbers = openNumbers(register);
  const wanted = Math.min(numbers.length * TIMES_AS_MANY, MOST_OPEN);
  return openBeside(engine, register, numbers, wanted - numbers.length);
}

/**
 * Leaves one cohort open: the fullest that has much room, or else the emptiest.
 * @returns its number; nothing where there is no cohort yet
 */
export async function openOne(engine: Engine): Promise<string | undefined> {
  const register = await engine.store.get(REGISTER, REGISTER_KEY);
  if (!register) return undefined;
  const numbers = openNumbers(register);
  if (numbers.length === 1) return numbers[0];
  const rows = await engine.store.present(numbers.map((key) => ({ dataSet: COHORT, key })));
  const sizes = rows.map(({ key, row }) => ({ number: key, size: row.size }));
  sizes.sort((one, other) => other.size - one.size);
  const { number } = sizes.find(hasMuchRoom) ?? sizes.at(-1) ?? { number: register.open };
  const row: Register = { ...register, version: register.version + 1, taking: [{ number }] };
  await engine.store.transact([{ do: 'set', ...REGISTER_REF, row, expected: { version: register.version } }]);
  return number;
}

const hasMuchRoom = ({ size }: { size: number }): boolean => size <= MOST_MEMBERS - MUCH_ROOM;

async function openBeside(
  engine: Engine,
  register: Register,
  kept: readonly string[],
  count: number,
): Promise<void> {
  const again = await closedWithRoom(engine, register, count);
  const last = Number(register.open);
  const made = Array.from({ length: count - again.length }, (_, at) => String(last + 1 + at));
  const row: Register = {
    open: String(last + made.length),
    version: register.version + 1,
    taking: [...kept, ...again, ...made].map((number) => ({ number })),
  };
  await engine.store.transact([
    { do: 'set', ...REGISTER_REF, row, expected: { version: register.version } },
    ...made.map((key): Change => ({
      do: 'set',
      dataSet: COHORT,
      key,
      row: emptyCohort(),
      expected: 'new-key',
    })),
  ]);
}

/** The emptiest of the cohorts that are not open. */
async function closedWithRoom(engine: Engine, register: Register, count: number): Promise<string[]> {
  const open = new Set(openNumbers(register));
  const listed = await engine.store.query(COHORT, {
    index: 'size',
    where: { below: MOST_MEMBERS - MUCH_ROOM + 1 },
    limit: count + MOST_OPEN,
  });
  const closed = listed.filter(({ key }) => !open.has(key)).map(({ key }) => ({ dataSet: COHORT, key }));
  const present = await engine.store.present(closed);
  return present
    .filter(({ row }) => hasMuchRoom(row))
    .map(({ key }) => key)
    .slice(0, count);
}
