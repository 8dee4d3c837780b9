import type { RemovedPerson } from '../../contract';
import type { Standing } from '../data-sets/registration';
import type { Settings } from '../data-sets/settings';
import type { Engine, ReportFailure, SiteAnswer } from '../engine';
import { eraseIfStill } from '../erasure/start';
import { workMs, SPARE_MS } from '../pace';
import type { Subject } from '../person/subject';
import { mustStay } from '../person/grounds';
import { writeAbout } from '../person/write';
import { goOn } from '../relay';
import { readSettings, removedDaysOf } from '../settings/settings';
import { addDays, toInstant } from '../time';
import { hintedBefore, hintedRows, hintNoted, hintTakenBack } from './hints';

/** People about whom Jira gave no answer, one after the other: then it will give none about the next either. */
const MOST_SILENCES = 5;
/** What Jira says of one account, and of no other: the next is asked about all the same. */
const OF_ONE_ACCOUNT: ReadonlySet<ReportFailure> = new Set(['malformed', 'unreadable', 'unexpected']);

/**
 * Notes that Jira removed somebody from the site, and restricts the use of their data at once. It is a hint and no more:
 * the account may live on elsewhere, and its owner may come back.
 * @returns whether anything is kept about the account
 */
export function noteRemoved(engine: Engine, accountId: string): Promise<boolean> {
  const now = engine.now();
  return writeAbout<boolean>(engine, {
    accountId,
    causedAt: now,
    reads: [],
    plan: ({ subject }) => {
      if (!subject) return { done: false };
      const noted = hintNoted(subject, 'removedAt', now);
      return noted ? { ...noted, result: true } : { done: true };
    },
  });
}

/** Those who were removed from the site and are still held, longest first. */
export async function listRemoved(engine: Engine, limit: number): Promise<RemovedPerson[]> {
  const settings = await readSettings(engine);
  const rows = await hintedRows(engine, 'removedAt', limit);
  return rows.flatMap(({ standing }) => removedPerson(standing, settings) ?? []);
}

/** Since when a person is removed from the site and when they are erased, if they are. */
export function removedPerson(standing: Standing, settings: Settings): RemovedPerson | undefined {
  const { accountId, removedAt } = standing;
  if (removedAt === undefined) return undefined;
  const days = removedDaysOf(settings);
  const erasedFrom = days === undefined ? undefined : toInstant(addDays(new Date(removedAt), days));
  return {
    accountId,
    removedAt,
    ...(erasedFrom !== undefined && { erasedFrom }),
    ...(mustStay(standing) && { held: true }),
  };
}

/**
 * Erases those who were removed from the site as many days ago as administrators set, unless a restriction says that their
 * data must stay, or Jira that they are back: it is asked about each. Whom it says nothing about waits for the next day. A
 * queue job goes on where the time or the share of storage is over. It can be cut off anywhere and run twice.
 * @param from when the person was removed to whom a run before it came, by the name of the hint
 */
export async function eraseRemoved(
  engine: Engine,
  { removedAt: from }: Readonly<Record<string, string>> = {},
): Promise<void> {
  const days = removedDaysOf(await readSettings(engine));
  if (days === undefined) return;
  const before = toInstant(addDays(engine.now(), -days));
  const still = ({ standing }: Pick<Subject, 'standing'>): boolean =>
    standing.removedAt !== undefined && standing.removedAt < before && !mustStay(standing);
  let silences = 0;
  for await (const { accountId, at, standing } of hintedBefore(engine, 'removedAt', before, from)) {
    if (workMs(engine) < SPARE_MS) return goOn(engine, { job: 'removed', from: { removedAt: at } }, 0);
    if (!still({ standing })) continue;
    const answer = await askWhetherBack(engine, accountId, at);
    silences = silencesAfter(silences, answer);
    if (silences === MOST_SILENCES) return;
    if (answer.kind === 'gone')
      await eraseIfStill(engine, { accountId, askedBy: 'retention', marker: 'erased', still });
  }
}

function silencesAfter(silences: number, answer: SiteAnswer): number {
  if (answer.kind !== 'failed') return 0;
  return OF_ONE_ACCOUNT.has(answer.why) ? silences : silences + 1;
}

/** Asks Jira whether somebody is back, if Jira said that they were removed. */
export async function askIfRemoved(engine: Engine, { person, standing }: Subject): Promise<void> {
  const { removedAt } = standing;
  if (removedAt !== undefined) await askWhetherBack(engine, person.accountId, removedAt);
}

/**
 * Asks Jira whether somebody who was removed from the site is back. If so, the removal and the restriction that it brought are
 * taken back. If Jira does not answer, nothing changes, and the log says why.
 */
export async function askWhetherBack(
  engine: Engine,
  accountId: string,
  removedAt: string,
): Promise<SiteAnswer> {
  const answer = await engine.members.ask(accountId);
  if (answer.kind === 'failed') engine.log('removed-not-answered', { why: answer.why });
  if (answer.kind === 'on-site') await takeRemovalBack(engine, accountId, removedAt);
  return answer;
}

/** Takes back only the removal that Jira was asked about: they may have come back and been removed once more. */
function takeRemovalBack(engine: Engine, accountId: string, removedAt: string): Promise<void> {
  const now = engine.now();
  return writeAbout<void>(engine, {
    accountId,
    causedAt: now,
    reads: [],
    plan: ({ subject }) => {
      if (subject?.standing.removedAt !== removedAt) return { done: undefined };
      return hintTakenBack(subject, 'removedAt', now, { events: () => ['came-back'], role: 'atlassian' });
    },
  });
}
