/**
 * Puts small faults into the engine, one at a time, and says which of them no test notices.
 * `npm run test:mutants -- --count 90 --seed 7 --under src/privacy`, and further:
 * - `--known` rests on what an earlier run learned of which tests come by which code;
 * - `--only 3,17` tries these of the sample again;
 * - `--budget 120` is how many seconds of tests one fault is tried with;
 * - `--histories` tries what survives with the random histories too, which takes minutes for each.
 */
import { parseArgs } from 'node:util';
import { createRandom, shuffle } from '../../local/random';
import { secondsSince } from '../lib/step.mjs';
import { mutantsOf, type Mutant } from './find';
import { noticedByHistories, noticedByTests, type Trial } from './noticing';
import { placeAt, probed } from './probes';
import { keptReach, measureReach, type Reach } from './reach';
import { openReader, type Reader } from './reading';
import { filesIn, layPlain, layTree, switchedIn, textOf } from './tree';

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '90' },
    seed: { type: 'string', default: String(Date.now() % 100_000) },
    under: { type: 'string', default: 'src' },
    workers: { type: 'string', default: '2' },
    budget: { type: 'string', default: '120' },
    only: { type: 'string' },
    known: { type: 'boolean', default: false },
    histories: { type: 'boolean', default: false },
  },
});
const seed = Number(values.seed);

/** Declarations and words are held by tests of their own; what they say is no behaviour that a fault could change. */
const LEFT_OUT = /^src\/(contract|data-map|.*\/data-sets\/|.*\/words)/;

/** So many at random, none inside another. */
function drawn(all: readonly Mutant[], count: number): Mutant[] {
  const chosen: Mutant[] = [];
  for (const mutant of shuffle([...all], createRandom(seed))) {
    const overlaps = chosen.some(
      (other) => other.file === mutant.file && other.start < mutant.end && mutant.start < other.end,
    );
    if (!overlaps) chosen.push(mutant);
    if (chosen.length === count) break;
  }
  return chosen;
}

const oneLine = (text: string): string => text.slice(0, 80).replaceAll('\n', ' ');
const words = ({ file, line, before, after, statement }: Mutant): string =>
  `${file}:${line}  ${oneLine(before)}  →  ${statement ? 'nothing' : oneLine(after)}`;

const placeOf = ({ file, start }: Mutant): string => placeAt(file, textOf(file), start);

async function reachOf(files: readonly string[]): Promise<Reach> {
  const known = values.known ? keptReach() : undefined;
  if (known) return known;
  const start = performance.now();
  layTree((file) => (files.includes(file) ? probed(file, textOf(file)) : undefined));
  const reach = await measureReach(files, Number(values.workers));
  const count = Object.keys(reach.msOf).length;
  console.log(`${count} test files ran without a fault (${secondsSince(start)}).`);
  for (const test of reach.failing) console.log(`${test} fails without any fault, and is left out.`);
  return reach;
}

async function isNoticed(trial: Trial, reach: Reach, reader: Reader): Promise<boolean> {
  const start = performance.now();
  const read = await reader.notices(trial.mutant);
  const verdict = read ? undefined : await noticedByTests(trial, reach, Number(values.budget) * 1_000);
  const by = read ?? verdict?.by ?? (await byHistories(trial));
  const end = by ?? `${verdict?.tried} of ${verdict?.reaching} files that come by it`;
  const sign = by === undefined ? 'SURVIVES' : 'noticed ';
  console.log(`${sign} ${trial.number}  ${words(trial.mutant)}  (${end}, ${secondsSince(start)})`);
  return by !== undefined;
}

const byHistories = async (trial: Trial): Promise<string | undefined> =>
  values.histories ? noticedByHistories(trial) : undefined;

async function main(): Promise<void> {
  layPlain();
  const files = filesIn('src').filter((file) => !LEFT_OUT.test(file));
  const all = files
    .filter((file) => file.startsWith(values.under))
    .flatMap((file) => mutantsOf(file, textOf(file)));
  const sample = drawn(all, Number(values.count));
  console.log(`${sample.length} of ${all.length} possible faults under ${values.under}, seed ${seed}.`);
  const reach = await reachOf(files);
  layTree((file) => switchedIn(file, sample));
  const survivors: Mutant[] = [];
  const trials = sample.map((mutant, at): Trial => ({ number: at + 1, mutant, place: placeOf(mutant) }));
  const only = values.only?.split(',').map(Number);
  const waiting = trials.filter(({ number }) => only?.includes(number) ?? true);
  const tried = waiting.length;
  const reader = openReader();
  const work = async (): Promise<void> => {
    for (let trial = waiting.shift(); trial; trial = waiting.shift()) {
      if (!(await isNoticed(trial, reach, reader))) survivors.push(trial.mutant);
    }
  };
  await Promise.all(Array.from({ length: Number(values.workers) }, work));
  const noticed = tried - survivors.length;
  console.log(`\n${noticed} of ${tried} noticed (${Math.round((100 * noticed) / tried)} %).`);
  if (survivors.length > 0) console.log(`Nothing notices:\n${survivors.map(words).join('\n')}`);
}

void main();
