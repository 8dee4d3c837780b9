import type { Refusal, SiteCheckRun, SiteFinding } from '../../src/contract';
import type { LocalForge } from '../../local/forge';
import { personOf } from '../behaviour/person';
import { PEOPLE } from '../setup/test-site';

type Answer = SiteCheckRun & Partial<Refusal>;

/** Far more than any check needs. */
const MOST_CALLS = 200;
/** Between two calls of a page. */
const PAUSE_MS = 1_000;

/** What a page gets; a function that died, or did not answer in time, gives nothing. */
async function step(forge: LocalForge, payload: object, accountId: string): Promise<Answer | undefined> {
  try {
    return await personOf(forge, accountId).admin('checkSite', payload);
  } catch {
    return undefined;
  }
}

const isPassing = (answer: Answer | undefined): boolean =>
  answer === undefined || answer.error?.code === 'TRY_LATER';

/** Calls as the page does: step after step, each again where it was cut off, while the queue delivers. */
export async function goOnWithCheck(
  forge: LocalForge,
  begun: Answer,
  accountId: string = PEOPLE.admin,
): Promise<Answer> {
  let answer = begun;
  const codes = [...begun.codes];
  for (let call = 0; call < MOST_CALLS && !answer.error && !answer.done; call += 1) {
    await forge.clock.advance(PAUSE_MS);
    const next = await step(forge, { run: begun.run }, accountId);
    if (isPassing(next) || !next) continue;
    answer = next;
    if (!answer.error) codes.push(...answer.codes);
  }
  return { ...answer, codes };
}

/** A whole check of an administrator, or why none began. */
export async function checkedSite(forge: LocalForge, payload: object = {}): Promise<Answer> {
  const begun = await beginCheck(forge, payload);
  return begun.error ? begun : goOnWithCheck(forge, begun);
}

/** Begins one; where that was cut off, again when nobody holds it any more. */
export async function beginCheck(
  forge: LocalForge,
  payload: object = {},
  accountId: string = PEOPLE.admin,
): Promise<Answer> {
  const begun = await step(forge, payload, accountId);
  if (begun) return begun;
  await forge.clock.advance(61_000);
  return beginCheck(forge, payload, accountId);
}

export const outcomesOf = (findings: readonly SiteFinding[]): Record<string, string> =>
  Object.fromEntries(findings.map(({ id, outcome }) => [id, outcome]));
