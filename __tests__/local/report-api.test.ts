import { asApp, privacy, route } from '@forge/api';
import type { LocalForge } from '../../local/forge';
import { TEST_START } from '../setup/test-forge';
import { PEOPLE } from '../setup/test-site';
import { openSample } from './sample-app/open';
import { callAsAnna, resolverOf } from './sample-app/resolver';

const DAY = 24 * 60 * 60 * 1000;
const CLOSED = '5be24ba3f91c106033269289';
const ACTIVE = '5be24ad8b1653240376955d2';

interface Answered {
  status: number;
  cycle: string | null;
  body: unknown;
}

async function openReporter(): Promise<{ forge: LocalForge; report: (body: unknown) => Promise<Answered> }> {
  const post = async ({ payload }: { payload: Record<string, unknown> }): Promise<Answered> => {
    const response = await asApp().requestAtlassian(route`/app/report-accounts`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: payload['text'] as string,
    });
    const text = await response.text();
    return {
      status: response.status,
      cycle: response.headers.get('cycle-period'),
      body: text === '' ? undefined : JSON.parse(text),
    };
  };
  const helper = ({ payload }: { payload: Record<string, unknown> }): Promise<unknown> =>
    privacy.reportPersonalData(payload['accounts'] as Parameters<typeof privacy.reportPersonalData>[0]);
  const forge = await openSample({ ...resolverOf({ post, helper }), listen: () => undefined }, { callMs: 0 });
  const report = (body: unknown): Promise<Answered> =>
    callAsAnna(forge, 'post', {
      text: typeof body === 'string' ? body : JSON.stringify(body),
    }) as Promise<Answered>;
  return { forge, report };
}

const account = (accountId: string, at = TEST_START): { accountId: string; updatedAt: string } => ({
  accountId,
  updatedAt: new Date(at).toISOString(),
});

describe('A report', () => {
  test('of active and unknown accounts asks for nothing', async () => {
    const { forge, report } = await openReporter();
    await expect(report({ accounts: [account(PEOPLE.anna), account('someone-else')] })).resolves.toEqual({
      status: 204,
      cycle: null,
    });
    expect(forge.atlassian.reports).toMatchObject([
      { at: TEST_START, accounts: [account(PEOPLE.anna), account('someone-else')] },
    ]);
    expect(forge.atlassian.lastReportedAt(PEOPLE.anna)).toBe(TEST_START);
  });

  test('tells closed accounts after Atlassian has waited', async () => {
    const { forge, report } = await openReporter();
    await forge.jira.closeAccount(PEOPLE.ben);
    await forge.clock.advance(14 * DAY - 1);
    await expect(report({ accounts: [account(PEOPLE.ben)] })).resolves.toMatchObject({ status: 204 });
    await forge.clock.advance(7 * DAY);
    await expect(report({ accounts: [account(PEOPLE.ben), account(PEOPLE.anna)] })).resolves.toMatchObject({
      status: 200,
      body: { accounts: [{ accountId: PEOPLE.ben, status: 'closed' }] },
    });
  });

  test('tells updated accounts until what is held is newer', async () => {
    const { forge, report } = await openReporter();
    await forge.clock.advance(DAY);
    await forge.jira.rename(PEOPLE.ben, 'Benno');
    const answer = await report({ accounts: [account(PEOPLE.ben)] });
    expect(answer.body).toEqual({ accounts: [{ accountId: PEOPLE.ben, status: 'updated' }] });
    await forge.clock.advance(7 * DAY);
    await expect(report({ accounts: [account(PEOPLE.ben, TEST_START + DAY)] })).resolves.toMatchObject({
      status: 204,
    });
  });

  test("knows Atlassian's test accounts", async () => {
    const { report } = await openReporter();
    const answer = await report({ accounts: [account(ACTIVE), account(CLOSED)] });
    expect(answer.body).toEqual({ accounts: [{ accountId: CLOSED, status: 'closed' }] });
  });

  test('of ninety accounts passes, of ninety-one does not', async () => {
    const { report } = await openReporter();
    const accounts = Array.from({ length: 91 }, (_, n) => account(`a-${n}`));
    await expect(report({ accounts: accounts.slice(0, 90) })).resolves.toMatchObject({ status: 204 });
    await expect(report({ accounts })).resolves.toMatchObject({
      status: 400,
      body: { errorType: 'BAD_REQUEST', errorMessage: '91 accounts were reported; at most 90 are allowed.' },
    });
  });

  test.each([
    ['no JSON', 'x'],
    ['null', null],
    ['no accounts', {}],
    ['none at all', { accounts: [] }],
    ['an account ID with a space', { accounts: [account('a b')] }],
    ['an account ID of 129 characters', { accounts: [account('a'.repeat(129))] }],
    ['no updatedAt', { accounts: [{ accountId: 'a' }] }],
    ['an updatedAt that is a day only', { accounts: [{ accountId: 'a', updatedAt: '2026-03-02' }] }],
    ['an updatedAt that is no day', { accounts: [{ accountId: 'a', updatedAt: '2026-13-02T00:00:00Z' }] }],
  ])('with %s is refused', async (_, body) => {
    const { forge, report } = await openReporter();
    await expect(report(body)).resolves.toMatchObject({ status: 400, body: { errorType: 'BAD_REQUEST' } });
    expect(forge.atlassian.reports).toEqual([]);
  });

  test('is refused while the scope is not consented to', async () => {
    const { forge, report } = await openReporter();
    forge.atlassian.settings.consented = false;
    await expect(report({ accounts: [account(PEOPLE.anna)] })).resolves.toMatchObject({ status: 401 });
    expect(forge.atlassian.reports).toEqual([]);
  });

  test.each([401, 403] as const)('is refused with %s for some time after an installation', async (status) => {
    const { forge, report } = await openReporter();
    Object.assign(forge.atlassian.settings, { newForMs: 120_000, newAnswer: status });
    await expect(report({ accounts: [account(PEOPLE.anna)] })).resolves.toMatchObject({ status });
    await forge.clock.advance(120_000);
    await expect(report({ accounts: [account(PEOPLE.anna)] })).resolves.toMatchObject({ status: 204 });
    expect(forge.atlassian.reports).toHaveLength(1);
  });

  test('carries the cycle period where one is set', async () => {
    const { forge, report } = await openReporter();
    forge.atlassian.settings.cyclePeriod = 'P14D';
    await expect(report({ accounts: [account(PEOPLE.anna)] })).resolves.toMatchObject({
      status: 204,
      cycle: 'P14D',
    });
    await expect(report({ accounts: [account(CLOSED)] })).resolves.toMatchObject({
      status: 200,
      cycle: 'P14D',
    });
  });

  test('can come from the official helper too', async () => {
    const { forge } = await openReporter();
    const accounts = Array.from({ length: 100 }, (_, n) => account(`a-${n}`));
    await expect(callAsAnna(forge, 'helper', { accounts: [...accounts, account(CLOSED)] })).resolves.toEqual([
      { accountId: CLOSED, status: 'closed' },
    ]);
    expect(forge.atlassian.reports.map((report) => report.accounts.length)).toEqual([90, 11]);
  });
});

describe('Atlassian watches', () => {
  test('for accounts reported before their cycle is over', async () => {
    const { forge, report } = await openReporter();
    await report({ accounts: [account(PEOPLE.anna)] });
    await forge.clock.advance(7 * DAY - 1000);
    await report({ accounts: [account(PEOPLE.anna)] });
    expect(forge.atlassian.violations).toMatchObject([
      { kind: 'earlier-than-cycle', accountId: PEOPLE.anna, afterMs: 7 * DAY - 1000 },
    ]);
    await forge.clock.advance(7 * DAY);
    await report({ accounts: [account(PEOPLE.anna)] });
    expect(forge.atlassian.violations).toHaveLength(1);
  });

  test('for closed accounts reported again, the test account apart', async () => {
    const { forge, report } = await openReporter();
    forge.atlassian.settings.closedAfterMs = 0;
    await forge.jira.closeAccount(PEOPLE.ben);
    const accounts = [account(PEOPLE.ben), account(CLOSED)];
    await report({ accounts });
    expect(forge.atlassian.violations).toEqual([]);
    await forge.clock.advance(30 * DAY);
    await report({ accounts });
    expect(forge.atlassian.violations).toMatchObject([
      { kind: 'closed-reported-again', accountId: PEOPLE.ben },
    ]);
    forge.atlassian.reset();
    expect(forge.atlassian.reports).toEqual([]);
  });

  test('for placeholders', async () => {
    const { forge, report } = await openReporter();
    await report({ accounts: [account('unknown')] });
    expect(forge.atlassian.violations).toMatchObject([{ kind: 'placeholder-account', accountId: 'unknown' }]);
  });
});
