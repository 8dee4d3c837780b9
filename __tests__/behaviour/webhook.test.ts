import type { WebTriggerRequest } from '../../local/web-trigger/types';
import { isOf } from '../setup/rows-of';
import { PEOPLE } from '../setup/test-site';
import { secondsOf, send, type Call } from './webhook-caller';
import { useWebhook } from './webhook-scene';

const scene = useWebhook();
const { app, admin, bodyOf, closed, request, call, settle } = scene;
const DAY_MS = 86_400_000;
const withoutNote = () => app.stored().filter((row) => !isOf(row, 'webhook'));
const restrictionOf = async (accountId: string) =>
  (await admin().admin('listPeople', { only: [accountId] })).people[0]?.restriction;

describe('What an authorised system announces', () => {
  it('restricts the use of a closed account at once, and erases nothing', async () => {
    expect(await call(closed(PEOPLE.anna))).toBe('202 accepted');
    await settle();
    expect(await restrictionOf(PEOPLE.anna)).toMatchObject({ by: 'webhook' });
    expect(await restrictionOf(PEOPLE.ben)).toBeUndefined();
    await app.forge.clock.advance(60 * DAY_MS);
    expect(app.stored('time-entry')).toHaveLength(2);
    expect(await restrictionOf(PEOPLE.anna)).toBeDefined();
  });

  it('becomes a request of the person, which an administrator decides', async () => {
    const accounts = [{ accountId: PEOPLE.anna }];
    for (const subject_request_type of ['access', 'erasure', 'portability']) {
      expect(await call(bodyOf({ subject_request_type, accounts }))).toBe('202 accepted');
    }
    await settle();
    const { requests } = await admin().admin('listRequests');
    expect(requests.map(({ accountId, type }) => [accountId, type]).sort()).toEqual(
      ['access', 'erasure', 'portability'].map((type) => [PEOPLE.anna, type]),
    );
    expect(app.stored('time-entry')).toHaveLength(2);
    const erasure = requests.find(({ type }) => type === 'erasure');
    await admin().admin('decideRequest', {
      accountId: PEOPLE.anna,
      type: 'erasure',
      id: erasure?.id,
      decision: 'approve',
    });
    await app.forge.clock.advance(5 * 60_000);
    expect(JSON.stringify(app.stored())).not.toContain(PEOPLE.anna);
  });

  it('has an updated account confirmed with Atlassian when its report is due', async () => {
    const accounts = [{ accountId: PEOPLE.anna, status: 'updated' }];
    expect(await call(bodyOf({ accounts }))).toBe('202 accepted');
    await settle();
    expect(JSON.stringify(app.stored('cohort'))).toContain('changedAt');
    expect(await restrictionOf(PEOPLE.anna)).toBeUndefined();
  });

  it('shortens and lengthens no time to answer, whenever a request is said to have been submitted', async () => {
    const dueOf = async (subject_request_type: string, submitted?: string): Promise<string | undefined> => {
      const time = submitted === undefined ? {} : { submitted_time: submitted };
      const accounts = [{ accountId: PEOPLE.anna }];
      expect(await call(bodyOf({ subject_request_type, ...time, accounts }))).toBe('202 accepted');
      await settle();
      const { requests } = await admin().admin('listRequests');
      return requests.find(({ type }) => type === subject_request_type)?.dueOn;
    };
    const due = await dueOf('access');
    expect(due).toBe('2026-04-01');
    expect(await dueOf('erasure', '1999-12-31T23:59:59Z')).toBe(due);
    expect(await dueOf('portability', '2099-12-31T23:59:59+01:00')).toBe(due);
  });

  it('leaves no trace of accounts that are not known, and the answer is the same', async () => {
    const unknown = '712020:ffffffff-0000-4000-8000-00000000ffff';
    expect(await call(closed(unknown, PEOPLE.noData))).toBe('202 accepted');
    expect(JSON.stringify(app.stored())).not.toMatch(new RegExp(`${unknown}|${PEOPLE.noData}`));
    await settle();
    expect(JSON.stringify(app.stored())).not.toMatch(new RegExp(`${unknown}|${PEOPLE.noData}`));
  });

  it('takes 500 accounts with IDs of the greatest length that fit into 100 KB', async () => {
    const ids = Array.from({ length: 499 }, (_, n) => `${'a'.repeat(150 - 35)}-${n + 1000}`);
    expect(await call(closed(PEOPLE.anna, ...ids))).toBe('202 accepted');
    await settle();
    expect(await restrictionOf(PEOPLE.anna)).toBeDefined();
    expect(await call(closed(PEOPLE.ben, ...ids, 'one-more'))).toBe('400 bad-request');
  });
});

describe('A call', () => {
  const both = () => closed(PEOPLE.anna, PEOPLE.ben);

  /** Calls that are refused before anything is written. */
  const REFUSED: Array<[string, string, () => WebTriggerRequest]> = [
    ['late', '401 unauthenticated', () => request(both(), { timestamp: secondsOf(app.forge) - 302 })],
    ['early', '401 unauthenticated', () => request(both(), { timestamp: secondsOf(app.forge) + 302 })],
    ['with another body', '401 unauthenticated', () => request(both(), { signedBody: closed(PEOPLE.ben) })],
    ['truncated', '401 unauthenticated', () => request('{"subject', { signedBody: both() })],
    ['signed with another key', '401 unauthenticated', () => request(both(), {}, 'ab'.repeat(32))],
    ['not signed', '401 unauthenticated', () => ({ method: 'POST', body: both() })],
    [
      'signed twice',
      '401 unauthenticated',
      () => request(both(), { headers: { 'x-privacy-signature': 'a' } }),
    ],
    [
      'dated twice',
      '401 unauthenticated',
      () => request(both(), { headers: { 'X-Privacy-Timestamp': ['1', '2'] } }),
    ],
    [
      'dated in words',
      '401 unauthenticated',
      () => request(both(), { headers: { 'X-Privacy-Timestamp': 'now' } }),
    ],
    ['of 101 KB', '413 too-large', () => request(' '.repeat(103_424))],
    ['of 10 MB', '413 other', () => request(' '.repeat(10_000_000))],
  ];

  it.each(REFUSED)('%s is answered %s and changes nothing', async (_, answer, made) => {
    const before = app.stored();
    expect(await send(app.forge, made())).toBe(answer);
    await settle();
    expect(app.stored()).toEqual(before);
  });

  const accounts = [{ accountId: PEOPLE.anna, status: 'closed' }];
  const id = 'request-of-outside';
  const WRONG: Array<[string, string, Partial<Call>?]> = [
    ['nothing', ''],
    ['what is not JSON', '{"subject'],
    ['deep nesting', '['.repeat(50_000) + ']'.repeat(50_000)],
    [
      'an own __proto__',
      `{"__proto__":{"x":1},"subject_request_id":"${id}","accounts":${JSON.stringify(accounts)}}`,
    ],
    [
      'an account’s __proto__',
      `{"subject_request_id":"${id}","accounts":[{"__proto__":{},"accountId":"${PEOPLE.anna}","status":"closed"}]}`,
    ],
    [
      'accounts of a __proto__',
      `{"__proto__":{"accounts":${JSON.stringify(accounts)}},"subject_request_id":"${id}"}`,
    ],
    ['a field more', JSON.stringify({ subject_request_id: id, accounts, note: 'x' })],
    ['no request ID', JSON.stringify({ accounts })],
    ['no account', JSON.stringify({ subject_request_id: id, accounts: [] })],
    ['an account twice', JSON.stringify({ subject_request_id: id, accounts: [...accounts, ...accounts] })],
    [
      'an unknown status',
      JSON.stringify({ subject_request_id: id, accounts: [{ accountId: PEOPLE.anna, status: 'erased' }] }),
    ],
    [
      'a time that is none',
      JSON.stringify({ subject_request_id: id, submitted_time: '2026-02-30T10:00:00Z', accounts }),
    ],
    ['an unknown type', JSON.stringify({ subject_request_id: id, subject_request_type: 'delete', accounts })],
    [
      'a status with a request',
      JSON.stringify({ subject_request_id: id, subject_request_type: 'erasure', accounts }),
    ],
    [
      'a placeholder',
      JSON.stringify({ subject_request_id: id, accounts: [{ accountId: 'unknown', status: 'closed' }] }),
    ],
    [
      'another charset',
      JSON.stringify({ subject_request_id: id, accounts }),
      { headers: { 'Content-Type': 'application/json; charset=utf-16' } },
    ],
    [
      'another type',
      JSON.stringify({ subject_request_id: id, accounts }),
      { headers: { 'Content-Type': 'text/plain' } },
    ],
    ['another method', JSON.stringify({ subject_request_id: id, accounts }), { method: 'PUT' }],
  ];

  it.each(WRONG)(
    'with %s, well signed, is a bad request that changes nothing but the list of calls',
    async (...[, body, more]: [string, string, Partial<Call>?]) => {
      const before = withoutNote();
      expect(await call(body, more)).toBe('400 bad-request');
      await settle();
      expect(withoutNote()).toEqual(before);
      const [last] = (await admin().admin('getWebhook')).calls;
      expect(last).toMatchObject({ outcome: 'bad-request', accounts: 0 });
    },
  );

  it.each<[string, Partial<Call> | undefined, string]>([
    ['a signature in capitals', { capitals: true }, ''],
    ['application/json;', { headers: { 'Content-Type': 'application/json;' } }, ''],
    ['charset=utf8', { headers: { 'Content-Type': 'application/json; charset=utf8' } }, ''],
    ['charset="UTF-8"', { headers: { 'Content-Type': 'Application/JSON ; Charset="UTF-8" ;' } }, ''],
    ['a byte order mark', undefined, '\ufeff'],
  ])('with %s is as good as any other', async (_, more, before) => {
    expect(await call(before + closed(PEOPLE.anna), more)).toBe('202 accepted');
    await settle();
    expect(await restrictionOf(PEOPLE.anna)).toBeDefined();
  });

  it('that comes again is carried out once, signed as before or anew, in whatever order', async () => {
    const [first, second] = [request(closed(PEOPLE.anna)), request(closed(PEOPLE.ben))];
    expect(await send(app.forge, second)).toBe('202 accepted');
    expect(await send(app.forge, first)).toBe('202 accepted');
    await settle();
    const lift = { accountId: PEOPLE.anna, reason: 'security', restricted: false };
    await admin().admin('setRestrictionOf', lift);
    const before = withoutNote();
    expect(await send(app.forge, first)).toBe('200 duplicate');
    expect(await call(first.body ?? '')).toBe('200 duplicate');
    await settle();
    expect(withoutNote()).toEqual(before);
    expect(await restrictionOf(PEOPLE.anna)).toBeUndefined();
  });

  it('is refused after the sixtieth within a minute, and sixty are taken in the next', async () => {
    for (let n = 0; n < 60; n += 1) expect(await call('{}')).toBe('400 bad-request');
    const before = app.stored();
    expect(await call(closed(PEOPLE.anna))).toBe('429 too-many');
    expect(app.stored()).toEqual(before);
    await settle();
    for (let n = 0; n < 60; n += 1) expect(await call('{}')).toBe('400 bad-request');
    expect(await call(closed(PEOPLE.anna))).toBe('429 too-many');
  });

  it('may be carried out where only the answer of the queue was lost, and is right to be sent again', async () => {
    const body = bodyOf({ subject_request_type: 'access', accounts: [{ accountId: PEOPLE.anna }] });
    const end = app.forge.faults.add({ remote: 'stargate', outcome: { kind: 'lost-response' } });
    expect(await call(body)).toBe('503 try-later');
    end();
    await app.forge.clock.advance(3 * 60_000);
    expect((await admin().admin('listRequests')).requests).toHaveLength(1);
    expect(await call(body)).toBe('202 accepted');
    await settle();
    expect((await admin().admin('listRequests')).requests).toHaveLength(1);
  });

  it('can be sent again where the queue did not take it, with the same request ID', async () => {
    const body = closed(PEOPLE.anna);
    const end = app.forge.faults.add({ remote: 'stargate', outcome: { kind: 'answer', status: 500 } });
    expect(await call(body)).toBe('503 try-later');
    end();
    expect(await call(body)).toBe('503 try-later');
    await app.forge.clock.advance(3 * 60_000);
    expect(await call(body)).toBe('202 accepted');
    await settle();
    expect(await restrictionOf(PEOPLE.anna)).toBeDefined();
  });
});
