import type { Refusal } from '../../src/contract';
import { adminFunctions } from '../../src/resolvers/admin';
import { userFunctions } from '../../src/resolvers/user';
import { inWords } from '../../static/shared/failure';
import type { FaultOutcome } from '../../local/faults';
import { PEOPLE } from '../setup/test-site';
import { useForge } from '../setup/use-forge';
import { payloadsAbout } from './payload-forge';

const app = useForge();
const ADMIN_FUNCTIONS = Object.keys(adminFunctions);
const USER_FUNCTIONS = Object.keys(userFunctions);

beforeEach(async () => {
  await app.person(PEOPLE.anna).log('2026-03-02');
});

function ask(moduleKey: string, functionKey: string, accountId?: string): Promise<unknown> {
  const { needs = {}, may = {} } = payloadsAbout(PEOPLE.anna)[functionKey] ?? {};
  return app.forge.invoke({
    moduleKey,
    functionKey,
    payload: { ...needs, ...may },
    ...(accountId !== undefined && { accountId }),
    extension: { issue: { id: '20001' } },
  });
}

/** Expects a refusal after which everything is as it was, and before which storage was not even asked. */
async function expectRefused(functionKey: string, accountId?: string, code = 'NOT_ALLOWED'): Promise<void> {
  const before = app.stored();
  const answer = (await ask('privacy-admin', functionKey, accountId)) as Refusal;
  expect(answer.error).toEqual({ code, says: answer.error.says });
  expect(inWords(answer).error.message).toMatch(/nothing was shown or changed/i);
  expect(app.stored()).toEqual(before);
  const { calls } = app.forge.invocations.list().at(-1) ?? { calls: {} };
  expect(Object.keys(calls).filter((name) => name.startsWith('kvs '))).toEqual([]);
}

const garbage = (body: unknown): FaultOutcome => ({ kind: 'answer', status: 200, body });

const YES = { permissions: { ADMINISTER: { havePermission: true } } };

/** Everything that is neither a yes nor a no. */
const NO_ANSWER: FaultOutcome[] = [
  { kind: 'answer', status: 500 },
  { kind: 'answer', status: 401 },
  { kind: 'answer', status: 403, body: YES },
  { kind: 'answer', status: 404 },
  { kind: 'answer', status: 503 },
  { kind: 'rate-limited' },
  { kind: 'time-out', ms: 100 },
  { kind: 'cut' },
  garbage('<html>yes</html>'),
  garbage('null'),
  garbage('true'),
  garbage({ permissions: { BROWSE: { havePermission: true } } }),
  garbage({ permissions: { ADMINISTER: { havePermission: 'true' } } }),
  garbage({ permissions: { ADMINISTER: { havePermission: 1 } } }),
  garbage({ permissions: { ADMINISTER: true } }),
  garbage([YES]),
];

/** How Forge says that a person has to consent first: @forge/api throws a NeedsAuthenticationError. */
const NEEDS_CONSENT: FaultOutcome = {
  kind: 'answer',
  status: 401,
  headers: { 'forge-proxy-error': 'NEEDS_AUTHENTICATION_ERR' },
};

const OTHERS = [
  PEOPLE.anna,
  PEOPLE.noData,
  PEOPLE.customer,
  '712020:ffffffff-0000-4000-8000-00000000ffff',
  undefined,
];

describe.each(ADMIN_FUNCTIONS)('%s', (name) => {
  it('is for no user, customer, stranger or nobody', async () => {
    for (const accountId of OTHERS) await expectRefused(name, accountId);
  });

  it('says that Jira did not answer, and not that they are none, where an administrator gets no answer', async () => {
    for (const outcome of NO_ANSWER) {
      const end = app.forge.faults.add({ remote: 'jira', outcome });
      await expectRefused(name, PEOPLE.admin, 'TRY_LATER');
      end();
    }
  });

  it('is not for an administrator of whom Jira says no', async () => {
    const outcome = garbage({ permissions: { ADMINISTER: { havePermission: false } } });
    const end = app.forge.faults.add({ remote: 'jira', outcome });
    await expectRefused(name, PEOPLE.admin);
    end();
    app.forge.faults.add({ remote: 'jira', outcome: garbage(YES) });
    const answer = (await ask('privacy-admin', name, PEOPLE.admin)) as { error?: { code: string } };
    expect(answer.error?.code).not.toBe('NOT_ALLOWED');
  });

  it('leaves to Forge to ask for the consent that Jira waits for', async () => {
    const before = app.stored();
    app.forge.faults.add({ remote: 'jira', outcome: NEEDS_CONSENT });
    await expect(ask('privacy-admin', name, PEOPLE.admin)).rejects.toThrow('Authentication Required');
    expect(app.stored()).toEqual(before);
  });

  it('asks Jira each time, as the person who asks', async () => {
    await ask('privacy-admin', name, PEOPLE.admin);
    await ask('privacy-admin', name, PEOPLE.admin);
    const asked = app.forge.invocations
      .list()
      .filter(({ call }) => call === name)
      .map(({ calls }) => calls['jira /rest/api/3/mypermissions']);
    expect(asked).toEqual([1, 1]);
    await app.forge.jira.changePerson(PEOPLE.admin, { isAdmin: false });
    await expectRefused(name, PEOPLE.admin);
  });

  it('says nothing about its payload to who may not use it', async () => {
    const answer = await app.person(PEOPLE.ben).admin(name as never, { wrong: true });
    expect((answer as { error?: { code: string } }).error?.code).toBe('NOT_ALLOWED');
  });
});

describe.each(USER_FUNCTIONS)('%s', (name) => {
  it('is for nobody who is not signed in', async () => {
    const before = app.stored();
    await expect(ask('privacy-panel', name)).resolves.toMatchObject({ error: { code: 'NOT_ALLOWED' } });
    expect(app.stored()).toEqual(before);
  });

  it('does not ask for more than to be signed in', async () => {
    const answer = (await ask('privacy-panel', name, PEOPLE.ben)) as { error?: { code: string } };
    expect(answer.error?.code).not.toBe('NOT_ALLOWED');
  });
});

describe('A deactivated person', () => {
  it('cannot open the app', async () => {
    await expect(ask('privacy-panel', 'getOverview', PEOPLE.deactivated)).rejects.toThrow('deactivated');
  });
});
