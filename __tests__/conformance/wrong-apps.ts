import { readFileSync } from 'node:fs';
import { asApp, privacy, route } from '@forge/api';
import { kvs } from '@forge/kvs';
import { openLocalForge, parseManifest } from '../../local/forge';
import { BASELINE_MANIFEST, openKeeper } from './baseline';
import type { OpenApp, Rule } from './app';
import { additionsAndDeletions } from './rules/additions-and-deletions';
import { ageOfWhatIsKept } from './rules/age-of-what-is-kept';
import { closedIsErased } from './rules/closed-is-erased';
import { closedIsNotAskedAgain } from './rules/closed-is-not-asked-again';
import { everyAccountEveryCycle } from './rules/every-account-every-cycle';
import { ninetyAccountsACall } from './rules/ninety-accounts-a-call';
import { scopeComesLater } from './rules/scope-comes-later';
import { updatedIsRefreshed } from './rules/updated-is-refreshed';
import { whoComesBack } from './rules/who-comes-back';

interface Account {
  accountId: string;
  updatedAt: string;
}

type Report = (accounts: Account[]) => Promise<unknown>;

/** The baseline with another way of reporting. */
const openWith =
  (report: Report, interval: 'day' | 'week'): OpenApp =>
  async (options) => {
    const text = readFileSync(BASELINE_MANIFEST, 'utf8').replace('interval: week', `interval: ${interval}`);
    const { resolver } = await import('../../bench/baseline/index');
    const load = async () => ({ resolver, report: async () => report(await kept()) });
    const app = { kind: 'module' as const, files: { index: load } };
    return openKeeper(
      await openLocalForge({
        manifest: parseManifest(text),
        app,
        callMs: 5,
        storage: { quotas: 'off' },
        ...options,
      }),
    );
  };

async function kept(): Promise<Account[]> {
  const accounts: Account[] = [];
  let cursor: string | undefined;
  do {
    const query = kvs.entity<Account>('account').query().index('by-key').limit(100);
    const page = await (cursor === undefined ? query : query.cursor(cursor)).getMany();
    accounts.push(...page.results.map(({ value }) => value));
    cursor = page.nextCursor;
  } while (cursor !== undefined);
  return accounts;
}

const helper = (accounts: Account[]) => privacy.reportPersonalData(accounts);
const erase = ({ accountId }: { accountId: string }) => kvs.entity('account').delete(accountId);

/** Reports whoever it has not reported for a cycle, as far as it remembers: whom it erases, it forgets. */
function reportsWhatItRemembers(): Report {
  const last = new Map<string, number>();
  return async (accounts) => {
    const present = new Set(accounts.map(({ accountId }) => accountId));
    for (const accountId of last.keys()) if (!present.has(accountId)) last.delete(accountId);
    const now = Date.now();
    const due = accounts.filter(({ accountId }) => now - (last.get(accountId) ?? 0) >= 7 * 86_400_000);
    for (const { accountId } of due) last.set(accountId, now);
    await helper(due);
  };
}

/** Reports the accounts that it saw the first time. */
function reportsAnOldList(): Report {
  let first: Account[] | undefined;
  return (accounts) => helper((first ??= accounts));
}

/** Each rule with an app that breaks it: so that no rule is one that cannot be broken. */
export const WRONG_APPS: ReadonlyArray<readonly [how: string, rule: Rule, open: OpenApp]> = [
  ['does nothing with the answers', closedIsErased, openWith(helper, 'week')],
  [
    'erases whoever is reported',
    closedIsErased,
    openWith((accounts) => Promise.all(accounts.map(erase)), 'week'),
  ],
  ['reports closed accounts again', closedIsNotAskedAgain, openWith(helper, 'week')],
  ['refreshes nothing', updatedIsRefreshed, openWith(helper, 'week')],
  [
    'reports the first ninety',
    everyAccountEveryCycle,
    openWith((accounts) => helper(accounts.slice(0, 90)), 'week'),
  ],
  ['reports nobody', everyAccountEveryCycle, openWith(async () => undefined, 'week')],
  ['reports an old list', additionsAndDeletions, openWith(reportsAnOldList(), 'week')],
  ['forgets whom it reported with whom it erases', whoComesBack, openWith(reportsWhatItRemembers(), 'day')],
  [
    'says that everything is fresh',
    ageOfWhatIsKept,
    openWith((accounts) => {
      const updatedAt = new Date().toISOString();
      return helper(accounts.map(({ accountId }) => ({ accountId, updatedAt })));
    }, 'week'),
  ],
  [
    'sends all in one call',
    ninetyAccountsACall,
    openWith(
      (accounts) =>
        asApp().requestAtlassian(route`/app/report-accounts`, {
          method: 'POST',
          body: JSON.stringify({ accounts }),
        }),
      'week',
    ),
  ],
  [
    'tries without end',
    scopeComesLater,
    openWith(async (accounts) => {
      for (let tries = 0; tries < 20; tries += 1) await helper(accounts).catch(() => undefined);
    }, 'week'),
  ],
];
