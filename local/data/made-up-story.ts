import { createHash } from 'node:crypto';
import type { LocalForge } from '../contract';
import type { Meanwhile } from './log-entries';
import type { MadeUpPerson, Part } from './made-up-people';

/** One thing that happens on the made-up site beside the entries, so many days before today. */
export type Moment = { daysAgo: number } & (
  | { what: 'account-closed' | 'removed-from-site'; accountId: string }
  /** The next report is answered so that the app has to wait for so long. */
  | { what: 'atlassian-busy'; seconds: number }
  | { what: 'asked'; by: 'person' | 'administrator'; accountId: string; functionKey: string; payload: object }
  /** Somebody asks to have their latest entry corrected. */
  | { what: 'correction-asked'; accountId: string }
  /** An administrator grants every request that is open. */
  | { what: 'requests-granted'; accountId: string }
);

/** Keys of the modules through which people and administrators use the app. */
interface UsedModules {
  person: string;
  administrator: string;
}

const DAY_MS = 86_400_000;
/** Nobody keeps this code: the person of the made-up year has no receipt any more. */
const RECEIPT_HASH = createHash('sha256').update('a code that nobody kept').digest('hex');

/** What befalls the people of the made-up site in their year, in its order. */
export function madeUpStory(people: MadeUpPerson[]): Moment[] {
  const idOf = (part: Part): string => people.find((person) => person.part === part)?.profile.accountId ?? '';
  const administrator = idOf('administrator');
  const ask = (part: Part, functionKey: string, payload: object) =>
    ({ what: 'asked', by: 'person', accountId: idOf(part), functionKey, payload }) as const;
  return [
    { daysAgo: 195, what: 'account-closed', accountId: idOf('closed') },
    { daysAgo: 105, ...ask('erased', 'eraseMyData', { receiptHash: RECEIPT_HASH }) },
    { daysAgo: 60, what: 'atlassian-busy', seconds: 5400 },
    { daysAgo: 41, ...ask('curious', 'openRequest', { type: 'access' }) },
    { daysAgo: 38, what: 'requests-granted', accountId: administrator },
    { daysAgo: 10, what: 'removed-from-site', accountId: idOf('removed') },
    {
      daysAgo: 6,
      what: 'asked',
      by: 'administrator',
      accountId: administrator,
      functionKey: 'listEntriesOf',
      payload: { accountId: idOf('looked-at'), reason: 'security' },
    },
    { daysAgo: 3, what: 'correction-asked', accountId: idOf('mistaken') },
  ];
}

/** Lets happen what has its day, each time it is told how far the year has come: an instant in epoch milliseconds. */
export function storyTeller(story: readonly Moment[], today: number, modules: UsedModules): Meanwhile {
  const left = [...story];
  return async (forge, until) => {
    for (let next = left[0]; next && today - next.daysAgo * DAY_MS <= until; next = left[0]) {
      left.shift();
      await happen(forge, next, modules);
    }
  };
}

async function happen(forge: LocalForge, moment: Moment, modules: UsedModules): Promise<void> {
  switch (moment.what) {
    case 'account-closed':
      return forge.jira.closeAccount(moment.accountId);
    case 'removed-from-site':
      return forge.jira.removeFromSite(moment.accountId);
    case 'atlassian-busy':
      forge.faults.add({
        path: '/app/report-accounts',
        times: 1,
        outcome: { kind: 'rate-limited', retryAfterSeconds: moment.seconds },
      });
      return;
    case 'asked':
      await ask(forge, modules[moment.by], moment.accountId, moment.functionKey, moment.payload);
      return;
    case 'correction-asked':
      return askForCorrection(forge, modules.person, moment.accountId);
    case 'requests-granted':
      return grantRequests(forge, modules.administrator, moment.accountId);
  }
}

interface Answer {
  error?: { says: { key: string } };
  requests?: Array<{ accountId: string; type: string; id: string }>;
  entries?: Array<{ id: string; startedOn: string; seconds: number }>;
}

async function ask(
  forge: LocalForge,
  moduleKey: string,
  accountId: string,
  functionKey: string,
  payload: object,
): Promise<Answer> {
  const answer = (await forge.invoke({ moduleKey, functionKey, accountId, payload })) as Answer;
  if (answer.error) throw new Error(`The app refused ${functionKey}: ${answer.error.says.key}`);
  return answer;
}

async function grantRequests(forge: LocalForge, moduleKey: string, accountId: string): Promise<void> {
  const { requests = [] } = await ask(forge, moduleKey, accountId, 'listRequests', {});
  for (const { accountId: person, type, id } of requests) {
    const which = { accountId: person, type, id };
    await ask(forge, moduleKey, accountId, 'decideRequest', { ...which, decision: 'approve' });
  }
}

/** Somebody's latest entry took them another time. */
async function askForCorrection(forge: LocalForge, moduleKey: string, accountId: string): Promise<void> {
  const { entries: [entry] = [] } = await ask(forge, moduleKey, accountId, 'listEntries', {});
  if (!entry) return;
  const { id, startedOn, seconds } = entry;
  const correction = { id, startedOn, duration: seconds === 1800 ? '45m' : '30m' };
  await ask(forge, moduleKey, accountId, 'openRequest', { type: 'correction', correction });
}
