import { randomToken } from '../../privacy/digest';
import { toInstant } from '../../privacy/time';
import type { Finding } from '../assumptions';
import type { SiteCheck } from '../data-sets';
import { remove, written, type Probe, type Step, type Taken } from '../step';

/** How often it is measured, a call for each; only once where it takes long. */
const ROUNDS = 3;
const SOON_MS = 5_000;
/** Longer is not waited for. */
const MOST_MS = 90_000;
/** For which one call looks before the next goes on. */
const LOOK_MS = 8_000;
const FIRST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 1_000;

type Phase = NonNullable<SiteCheck['phase']>;

/** A row of which a query is to learn, and since when. */
interface Awaited {
  phase: Phase;
  part: string;
  since: number;
}

/**
 * How late a query lists a row that was written, and how long one that was deleted. What is waited for stands in the row of
 * the check, so that the next call goes on with it.
 */
export const lateLists: Step = async (probe) => {
  const first = awaitedIn(probe.row) ?? (await write(probe));
  const findings: Finding[] = [];
  for (let next: Awaited | undefined = first; next; next = await after(probe, next)) {
    const ms = await look(probe, next);
    if (ms === undefined) return { findings, change: asNoted(next), again: true };
    findings.push(findingOf(next.phase, ms));
    if (next.phase === 'written' && ms >= MOST_MS) {
      await remove(probe.scratch, [keyOf(probe, next)]);
      findings.push({ id: 'deleted-listed', outcome: 'not-told' });
      break;
    }
  }
  return roundEnded(probe.row, findings);
};

const keyOf = ({ row }: Probe, { part }: Awaited): string => `${row.startedAt}#${part}`;

const awaitedIn = ({ phase, part, since }: SiteCheck): Awaited | undefined =>
  phase === undefined || part === undefined || since === undefined
    ? undefined
    : { phase, part, since: Date.parse(since) };

const asNoted = ({ phase, part, since }: Awaited): NonNullable<Taken['change']> => ({
  phase,
  part,
  since: toInstant(new Date(since)),
});

async function write(probe: Probe): Promise<Awaited> {
  const part = randomToken();
  await written(probe.scratch, `${probe.row.startedAt}#${part}`);
  return { phase: 'written', part, since: probe.engine.now().getTime() };
}

/** After the row was listed, or not in time, it is deleted; after that nothing follows. */
async function after(probe: Probe, { phase, part, since }: Awaited): Promise<Awaited | undefined> {
  if (phase === 'deleted') return undefined;
  await remove(probe.scratch, [keyOf(probe, { phase, part, since })]);
  return { phase: 'deleted', part, since: probe.engine.now().getTime() };
}

/** After how many milliseconds the query shows it; nothing where it may still do. */
async function look(probe: Probe, awaited: Awaited): Promise<number | undefined> {
  const { engine, scratch } = probe;
  const key = keyOf(probe, awaited);
  const began = engine.now().getTime();
  for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(2 * pause, LONGEST_PAUSE_MS)) {
    const isListed = (await scratch.pageLengths(key, key, 1)).some((rows) => rows > 0);
    const now = engine.now().getTime();
    const waited = now - awaited.since;
    if (isListed === (awaited.phase === 'written') || waited >= MOST_MS) return waited;
    if (now - began >= LOOK_MS) return undefined;
    await engine.pause(pause);
  }
}

function findingOf(phase: Phase, number: number): Finding {
  const outcome = number <= SOON_MS ? 'soon' : number < MOST_MS ? 'late' : 'very-late';
  return { id: phase === 'written' ? 'written-listed' : 'deleted-listed', outcome, number };
}

function roundEnded({ round = 0 }: SiteCheck, findings: Finding[]): Taken {
  const change = { round: round + 1, phase: undefined, part: undefined, since: undefined };
  const isLast = round + 1 >= ROUNDS || findings.some(({ outcome }) => outcome !== 'soon');
  return { findings, change, ...(!isLast && { again: true }) };
}
