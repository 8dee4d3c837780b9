import { randomUUID } from 'node:crypto';
import { PEOPLE } from '../setup/test-site';
import { useForge } from '../setup/use-forge';

const app = useForge();
const TODAY = '2026-03-02';
const form = (): { requestId: string; startedOn: string; duration: string } => ({
  requestId: randomUUID(),
  startedOn: TODAY,
  duration: '1h',
});

/** A call with everything that a browser could make up about who asks. */
const spoofed = (functionKey: string, payload: object, accountId?: string): Promise<unknown> =>
  app.forge.invoke({
    moduleKey: 'privacy-panel',
    functionKey,
    payload,
    ...(accountId !== undefined && { accountId }),
    context: {
      accountId: PEOPLE.anna,
      principal: { accountId: PEOPLE.anna },
      installation: { id: 'another' },
    },
    extension: { issue: { id: '20001' }, accountId: PEOPLE.anna },
  });

describe('Who asks', () => {
  it('is said by Forge and not by the context that the browser sends', async () => {
    await app.person(PEOPLE.anna).log(TODAY);
    const answer = await spoofed('logTime', form(), PEOPLE.ben);
    expect(answer).toMatchObject({ entry: { accountId: PEOPLE.ben } });
    await expect(spoofed('listEntries', {}, PEOPLE.noData)).resolves.toEqual({ entries: [] });
    await expect(spoofed('getOverview', {}, PEOPLE.noData)).resolves.toMatchObject({
      accountId: PEOPLE.noData,
      dataSets: [],
    });
  });

  test.each(['logTime', 'listEntries', 'getOverview', 'exportPage', 'eraseMyData', 'getPanel'])(
    'is nobody where nobody is signed in, whatever the browser says: %s',
    async (functionKey) => {
      await app.person(PEOPLE.anna).log(TODAY);
      const before = app.stored();
      const answer = await spoofed(functionKey, functionKey === 'logTime' ? form() : {});
      expect(answer).toMatchObject({ error: { code: 'NOT_ALLOWED' } });
      expect(app.stored()).toEqual(before);
    },
  );

  test.each(['unknown', 'unidentified', 'Anna Arber', ''])(
    'is nobody where Forge gives %j for an account ID',
    async (accountId) => {
      const answer = await app.forge.invoke({
        moduleKey: 'privacy-panel',
        functionKey: 'logTime',
        payload: form(),
        accountId,
        extension: { issue: { id: '20001' } },
      });
      expect(answer).toMatchObject({ error: { code: 'NOT_ALLOWED' } });
      expect(app.stored()).toEqual([]);
    },
  );

  it('cannot be put into the payload', async () => {
    await app.person(PEOPLE.anna).log(TODAY);
    for (const more of [{ accountId: PEOPLE.anna }, { context: { accountId: PEOPLE.anna } }]) {
      const answer = await app.person(PEOPLE.ben).user('logTime', { ...form(), ...more });
      expect(answer.error?.code).toBe('INVALID');
    }
    expect(app.stored('time-entry')).toHaveLength(1);
  });
});

describe('The issue', () => {
  const logOn = (issueId: string, accountId: string = PEOPLE.ben) =>
    app.person(accountId).user('logTime', form(), issueId);

  it('that the person cannot see is not there for them', async () => {
    await expect(logOn('20003')).resolves.toMatchObject({ error: { code: 'NOT_FOUND' } });
    await expect(logOn('20003', PEOPLE.anna)).resolves.toMatchObject({ entry: { issueId: '20003' } });
    await expect(logOn('20001', PEOPLE.customer)).resolves.toMatchObject({ error: { code: 'NOT_FOUND' } });
  });

  it('that does not exist is told in the same words as one that may not be seen', async () => {
    const [hidden, missing] = [await logOn('20003'), await logOn('99999')];
    expect(hidden).toEqual(missing);
    expect(app.stored()).toEqual([]);
  });

  it('that a page names is one that the person can see, like the one on which it stands', async () => {
    const named = (issueId: string) =>
      app.person(PEOPLE.ben).user('logTime', { ...form(), issueId }, '20001');
    const [hidden, missing] = [await named('20003'), await named('99999')];
    expect(hidden).toMatchObject({ error: { code: 'NOT_FOUND' } });
    expect(hidden).toEqual(missing);
    expect(app.stored()).toEqual([]);
    await expect(named('20002')).resolves.toMatchObject({ entry: { issueId: '20002' } });
  });

  const noIds = ['OPEN-1', '0', '20001?x=1', '../myself', '20001/worklog', ''];

  test.each(noIds)('is an ID of Jira: %j is not', async (issueId) => {
    await expect(logOn(issueId)).resolves.toMatchObject({ error: { code: 'INVALID' } });
    const named = await app.person(PEOPLE.ben).user('logTime', { ...form(), issueId });
    expect(named).toMatchObject({ error: { code: 'INVALID' } });
    const asked = app.forge.invocations.list().slice(-2);
    expect(asked.map(({ calls }) => calls)).toEqual([{}, {}]);
  });

  it('is needed: elsewhere than on an issue nothing can be logged', async () => {
    const answer = await app.forge.invoke({
      moduleKey: 'my-data',
      functionKey: 'logTime',
      payload: form(),
      accountId: PEOPLE.anna,
    });
    expect(answer).toMatchObject({ error: { code: 'INVALID' } });
  });

  test.each([
    ['refuses', { kind: 'answer' as const, status: 500 }],
    ['does not know the app yet', { kind: 'answer' as const, status: 403 }],
    ['asks to sign in', { kind: 'answer' as const, status: 401 }],
    ['is too busy', { kind: 'rate-limited' as const }],
    ['answers something else', { kind: 'answer' as const, status: 200, body: 'no JSON' }],
    ['does not answer', { kind: 'time-out' as const, ms: 100 }],
  ])('is asked of Jira; where Jira %s, nothing is saved', async (_, outcome) => {
    app.forge.faults.add({ remote: 'jira', outcome });
    await expect(logOn('20001')).resolves.toMatchObject({ error: { code: 'TRY_LATER' } });
    expect(app.stored()).toEqual([]);
  });

  test.each([['20002'], [20001], [undefined]])(
    'in the answer must be the one that was asked for: %j is no answer',
    async (id) => {
      app.forge.faults.add({ remote: 'jira', outcome: { kind: 'answer', status: 200, body: { id } } });
      await expect(logOn('20001')).resolves.toMatchObject({ error: { code: 'TRY_LATER' } });
      expect(app.stored()).toEqual([]);
    },
  );

  it('is asked for without any field: nothing that Jira says of it passes but ID, key and address', async () => {
    const asked: string[] = [];
    app.forge.faults.add({
      remote: 'jira',
      matches: ({ path, query }) => asked.push(`${path}?${query.toString()}`) === 0,
      outcome: { kind: 'cut' },
    });
    expect((await logOn('20001')).error).toBeUndefined();
    expect(asked).toEqual(['/rest/api/3/issue/20001?fields=id']);
  });

  it('leaves to Forge to ask for the consent that Jira waits for', async () => {
    app.forge.faults.add({
      remote: 'jira',
      outcome: { kind: 'answer', status: 401, headers: { 'forge-proxy-error': 'NEEDS_AUTHENTICATION_ERR' } },
    });
    await expect(logOn('20001')).rejects.toThrow('Authentication Required');
    expect(app.stored()).toEqual([]);
  });
});
