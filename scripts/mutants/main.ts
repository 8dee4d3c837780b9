/**
 * Puts small faults into the engine, one at a time, and says which of them no test notices.
 * `npm run test:mutants -- --count 90 --seed 7 --under src/privacy --workers 2 --budget 120`, the budget being the
 * seconds of tests that one fault is tried with.
 */
import { readFileSync, statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { execFileSync } from 'node:child_process';
import { createRandom, shuffle } from '../../local/random';
import { at } from '../lib/root.mjs';
import { secondsSince } from '../lib/step.mjs';
import { mutantsOf, type Mutant } from './find';
import { noticedByTests } from './noticing';
import { findReach, type Reach } from './reach';
import { noticedByReading } from './reading';
import { layTree } from './tree';

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '90' },
    seed: { type: 'string', default: String(Date.now() % 100_000) },
    under: { type: 'string', default: 'src' },
    workers: { type: 'string', default: '2' },
    budget: { type: 'string', default: '120' },
  },
});
const seed = Number(values.seed);

/** Declarations and words are held by tests of their own; what they say is no behaviour that a fault could change. */
const LEFT_OUT = /^src\/(contract|privacy\/data-sets|privacy\/notice\/words|data-map)/;

const textOf = (file: string): string => readFileSync(at(file), 'utf8');

function filesUnder(folder: string): string[] {
  const listed = execFileSync('git', ['ls-files', folder], { cwd: at('.'), encoding: 'utf8' })
    .trim()
    .split('\n');
  return listed.filter((file) => file.endsWith('.ts') && !LEFT_OUT.test(file) && statSync(at(file)).isFile());
}

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

const words = ({ file, line, before, after, statement }: Mutant): string =>
  `${file}:${line}  ${before.slice(0, 80).replaceAll('\n', ' ')}  →  ${statement ? 'nothing' : after.slice(0, 80).replaceAll('\n', ' ')}`;

async function main(): Promise<void> {
  const all = filesUnder(values.under).flatMap((file) => mutantsOf(file, textOf(file)));
  const sample = drawn(all, Number(values.count));
  console.log(`${sample.length} of ${all.length} possible faults under ${values.under}, seed ${seed}.`);
  layTree(sample, textOf);
  const start = performance.now();
  const reach = await findReach([...new Set(sample.map(({ file }) => file))], Number(values.workers));
  console.log(`The tests ran without a fault (${secondsSince(start)}).`);
  for (const test of reach.failing) console.log(`${test} fails without any fault, and is left out.`);
  const survivors: Mutant[] = [];
  for (const [place, mutant] of sample.entries()) {
    if (!(await isNoticed(place + 1, mutant, reach))) survivors.push(mutant);
  }
  const noticed = sample.length - survivors.length;
  console.log(`\n${noticed} of ${sample.length} noticed (${Math.round((100 * noticed) / sample.length)} %).`);
  if (survivors.length > 0) console.log(`Nothing notices:\n${survivors.map(words).join('\n')}`);
}

async function isNoticed(number: number, mutant: Mutant, reach: Reach): Promise<boolean> {
  const start = performance.now();
  const verdict = await noticedByTests(number, mutant, reach, Number(values.budget) * 1_000);
  const by = verdict.by ?? noticedByReading(mutant);
  const end = by ?? `${verdict.tried} of ${verdict.reaching} files that reach it`;
  const sign = by === undefined ? 'SURVIVES' : 'noticed ';
  console.log(`${sign} ${number}  ${words(mutant)}  (${end}, ${secondsSince(start)})`);
  return by !== undefined;
}

void main();
