import { privacy } from '@forge/api';
import { kvs } from '@forge/kvs';
import { makeResolver } from '@forge/resolver';

/** A row of the only entity: one account that the app holds. */
interface Account {
  accountId: string;
  updatedAt: string;
}

const ENTITY = 'account';
const PAGE = 100;

/** Keeps or forgets the account that is named. */
export const resolver = makeResolver({
  keep: async ({ payload }: { payload: { accountId: string } }) => {
    await keep(payload.accountId);
  },
  forget: async ({ payload }: { payload: { accountId: string } }) => {
    await kvs.entity(ENTITY).delete(payload.accountId);
  },
});

/** Once a week: reports every account there is in one call of the helper, and does what it answers. */
export async function report(): Promise<void> {
  const answers = await privacy.reportPersonalData(await everyAccount());
  for (const { accountId, status } of answers) {
    if (status === 'closed') await kvs.entity(ENTITY).delete(accountId);
    else await keep(accountId);
  }
}

async function keep(accountId: string): Promise<void> {
  const row: Account = { accountId, updatedAt: new Date().toISOString() };
  await kvs.entity(ENTITY).set(accountId, row);
}

async function everyAccount(): Promise<Account[]> {
  const accounts: Account[] = [];
  let cursor: string | undefined;
  do {
    const query = kvs.entity<Account>(ENTITY).query().index('by-key').limit(PAGE);
    const page = await (cursor === undefined ? query : query.cursor(cursor)).getMany();
    accounts.push(...page.results.map(({ value }) => value));
    cursor = page.nextCursor;
  } while (cursor !== undefined);
  return accounts;
}
