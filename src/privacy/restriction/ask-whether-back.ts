import type { Engine, SiteAnswer } from '../engine';
import type { Subject } from '../person/standing';
import { writeAbout } from '../person/write';
import { hintTakenBack } from './hints';

/** Asks Jira whether somebody is back of whom it said that they were removed; nobody else is asked about. */
export async function askIfRemoved(engine: Engine, { person, standing }: Subject): Promise<void> {
  const { removedAt } = standing;
  if (removedAt !== undefined) await askWhetherBack(engine, person.accountId, removedAt);
}

/**
 * Asks Jira whether somebody who was removed from the site is back. If so, neither that nor the restriction which came of it
 * holds any more. Where Jira does not answer nothing changes, and the log says why.
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

/** Only the removal that was asked about: they may be back and removed once more. */
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
