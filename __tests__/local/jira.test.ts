import type { LocalForge } from '../../local/forge';
import { TEST_START } from '../setup/test-forge';
import { PEOPLE } from '../setup/test-site';
import { openSample } from './sample-app/open';

const DAY = 24 * 60 * 60 * 1000;

let forge: LocalForge;
let events: Record<string, unknown>[];

beforeEach(async () => {
  events = [];
  forge = await openSample({ listen: (event) => void events.push(event as Record<string, unknown>) });
  events.length = 0;
});

async function get(accountId: string | undefined, path: string): Promise<{ status: number; body: unknown }> {
  const response = await forge.requestJira(accountId, path);
  return { status: response.status, body: await response.json() };
}

async function users(...accountIds: string[]): Promise<Record<string, unknown>[]> {
  const query = accountIds.map((accountId) => `accountId=${encodeURIComponent(accountId)}`).join('&');
  const { body } = await get(PEOPLE.anna, `/rest/api/3/user/bulk?maxResults=90&${query}`);
  return (body as { values: Record<string, unknown>[] }).values;
}

describe('Who administers Jira', () => {
  test.each([
    ['the administrator', PEOPLE.admin, true],
    ['a user', PEOPLE.anna, false],
    ['a customer', PEOPLE.customer, false],
    ['someone unknown', '5b10a2844c20165700edeFFF', false],
    ['nobody', undefined, false],
  ])('%s', async (_, accountId, havePermission) => {
    const { status, body } = await get(accountId, '/rest/api/3/mypermissions?permissions=ADMINISTER');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      permissions: { ADMINISTER: { key: 'ADMINISTER', type: 'GLOBAL', havePermission } },
    });
  });

  test('changes at once', async () => {
    const path = '/rest/api/3/mypermissions?permissions=ADMINISTER';
    await forge.jira.changePerson(PEOPLE.anna, { isAdmin: true });
    await expect(get(PEOPLE.anna, path)).resolves.toMatchObject({
      body: { permissions: { ADMINISTER: { havePermission: true } } },
    });
    await forge.jira.deactivate(PEOPLE.admin);
    await expect(get(PEOPLE.admin, path)).resolves.toMatchObject({ status: 401 });
  });

  test('has to be asked for', async () => {
    await expect(get(PEOPLE.anna, '/rest/api/3/mypermissions')).resolves.toMatchObject({ status: 400 });
  });
});

describe('People', () => {
  test('are looked up in bulk; who is unknown is left out', async () => {
    const found = await users(PEOPLE.ben, 'nobody-here', PEOPLE.deactivated);
    expect(found).toMatchObject([
      { accountId: PEOPLE.ben, displayName: 'Ben Bosson', active: true, accountType: 'atlassian' },
      { accountId: PEOPLE.deactivated, displayName: 'Dora Departed', active: false },
    ]);
  });

  test('are asked for one by one; who is unknown or removed is not there', async () => {
    const one = (accountId: string) => get(PEOPLE.anna, `/rest/api/3/user?accountId=${accountId}`);
    await expect(one(PEOPLE.ben)).resolves.toMatchObject({
      status: 200,
      body: { accountId: PEOPLE.ben, active: true },
    });
    await expect(one(PEOPLE.deactivated)).resolves.toMatchObject({ status: 200, body: { active: false } });
    await expect(one('nobody-here')).resolves.toMatchObject({ status: 404 });
    await forge.jira.removeFromSite(PEOPLE.ben);
    await expect(one(PEOPLE.ben)).resolves.toMatchObject({ status: 404 });
    forge.jira.settings.removedPeople = 'inactive';
    await expect(one(PEOPLE.ben)).resolves.toMatchObject({ status: 200, body: { active: false } });
  });

  test('come ten at a time unless asked otherwise', async () => {
    for (let n = 0; n < 15; n++)
      await forge.jira.addPerson({ accountId: `more-${n}`, displayName: `More ${n}` });
    const query = Array.from({ length: 15 }, (_, n) => `accountId=more-${n}`).join('&');
    const first = await get(PEOPLE.anna, `/rest/api/3/user/bulk?${query}`);
    expect(first.body).toMatchObject({ total: 15, maxResults: 10, isLast: false });
    const rest = await get(PEOPLE.anna, `/rest/api/3/user/bulk?startAt=10&${query}`);
    expect(rest.body).toMatchObject({ startAt: 10, isLast: true });
    expect((rest.body as { values: unknown[] }).values).toHaveLength(5);
  });

  test('are found by the beginning of a name, only while active', async () => {
    const search = async (text: string): Promise<unknown[]> => {
      const { body } = await get(PEOPLE.anna, `/rest/api/3/user/search?query=${text}`);
      return (body as { displayName: string }[]).map(({ displayName }) => displayName);
    };
    await expect(search('a')).resolves.toEqual(['Ada Admin', 'Anna Arber']);
    await expect(search('bos')).resolves.toEqual(['Ben Bosson']);
    await expect(search('dora')).resolves.toEqual([]);
    await expect(get(PEOPLE.anna, '/rest/api/3/user/search')).resolves.toMatchObject({ status: 400 });
  });

  test('are not shown to customers or to nobody', async () => {
    await expect(
      get(PEOPLE.customer, `/rest/api/3/user/bulk?accountId=${PEOPLE.ben}`),
    ).resolves.toMatchObject({ status: 403 });
    await expect(get(undefined, '/rest/api/3/user/search?query=a')).resolves.toMatchObject({ status: 401 });
  });

  test('see themselves', async () => {
    await expect(get(PEOPLE.ben, '/rest/api/3/myself')).resolves.toMatchObject({
      status: 200,
      body: { accountId: PEOPLE.ben, timeZone: 'America/New_York', locale: 'en_US' },
    });
    await expect(get(undefined, '/rest/api/3/myself')).resolves.toMatchObject({ status: 401 });
  });

  test('read as former users once Atlassian has closed them, or are gone', async () => {
    await forge.jira.closeAccount(PEOPLE.ben);
    await expect(users(PEOPLE.ben)).resolves.toMatchObject([{ displayName: 'Ben Bosson', active: false }]);
    await forge.clock.advance(14 * DAY);
    const [former] = await users(PEOPLE.ben);
    expect(former).toMatchObject({ accountId: PEOPLE.ben, displayName: 'Former user', active: false });
    expect(former).not.toHaveProperty('timeZone');
    forge.jira.settings.closedAccounts = 'gone';
    await expect(users(PEOPLE.ben)).resolves.toEqual([]);
  });
});

describe('Issues', () => {
  const missing = {
    status: 404,
    body: { errorMessages: ['Issue does not exist or you do not have permission to see it.'], errors: {} },
  };

  test('show the asked fields to who may browse them', async () => {
    await expect(get(PEOPLE.ben, '/rest/api/3/issue/OPEN-1?fields=summary')).resolves.toMatchObject({
      status: 200,
      body: { id: '20001', key: 'OPEN-1', fields: { summary: 'Sort the shelves' } },
    });
    const { body } = await get(PEOPLE.anna, '/rest/api/3/issue/20003?fields=project&fields=issuetype');
    expect(body).toMatchObject({
      key: 'HID-1',
      fields: { project: { key: 'HID' }, issuetype: { name: 'Task' } },
    });
  });

  test.each([
    ['a hidden issue', PEOPLE.ben, 'HID-1'],
    ['an unknown issue', PEOPLE.admin, 'OPEN-99'],
    ['an issue, to a customer', PEOPLE.customer, 'OPEN-1'],
    ['an issue, to nobody', undefined, 'OPEN-1'],
  ])('do not tell %s from a missing one', async (_, accountId, key) => {
    await expect(get(accountId, `/rest/api/3/issue/${key}`)).resolves.toEqual(missing);
  });

  test('are fetched in bulk, what one may not see left out', async () => {
    const fetchAs = async (accountId: string, issueIdsOrKeys: unknown): Promise<unknown> => {
      const body = JSON.stringify({ issueIdsOrKeys, fields: ['summary'] });
      const response = await forge.requestJira(accountId, '/rest/api/3/issue/bulkfetch', {
        method: 'POST',
        body,
      });
      const answer = (await response.json()) as { issues?: { key: string }[] };
      return answer.issues?.map(({ key }) => key) ?? response.status;
    };
    await expect(fetchAs(PEOPLE.anna, ['HID-1', '20001', 'NO-1'])).resolves.toEqual(['OPEN-1', 'HID-1']);
    await expect(fetchAs(PEOPLE.ben, ['HID-1', '20001'])).resolves.toEqual(['OPEN-1']);
    await expect(
      fetchAs(
        PEOPLE.ben,
        Array.from({ length: 100 }, () => '20001'),
      ),
    ).resolves.toEqual(['OPEN-1']);
    await expect(
      fetchAs(
        PEOPLE.ben,
        Array.from({ length: 101 }, () => '20001'),
      ),
    ).resolves.toBe(400);
    await expect(fetchAs(PEOPLE.ben, 'OPEN-1')).resolves.toBe(400);
  });

  test('are picked by key or words, as far as one may see', async () => {
    const pick = async (accountId: string, text: string): Promise<unknown> => {
      const { body } = await get(accountId, `/rest/api/3/issue/picker?query=${text}`);
      return (body as { sections: { issues: { key: string }[] }[] }).sections[0]?.issues.map(
        ({ key }) => key,
      );
    };
    await expect(pick(PEOPLE.ben, 'open')).resolves.toEqual(['OPEN-1', 'OPEN-2']);
    await expect(pick(PEOPLE.ben, 'surprise')).resolves.toEqual([]);
    await expect(pick(PEOPLE.anna, 'surprise')).resolves.toEqual(['HID-1']);
  });
});

describe('A change of a person tells the app', () => {
  test('with the new profile', async () => {
    await forge.jira.rename(PEOPLE.ben, 'Benno Bosson');
    expect(events).toEqual([
      {
        eventType: 'avi:jira:updated:user',
        timestamp: String(TEST_START),
        selfGenerated: false,
        user: {
          accountId: PEOPLE.ben,
          accountType: 'atlassian',
          displayName: 'Benno Bosson',
          active: true,
          timeZone: 'America/New_York',
        },
      },
    ]);
  });

  test('with nothing but the account when someone leaves the site', async () => {
    await forge.jira.removeFromSite(PEOPLE.ben);
    expect(events).toMatchObject([{ eventType: 'avi:jira:deleted:user', user: { accountId: PEOPLE.ben } }]);
    await expect(users(PEOPLE.ben)).resolves.toMatchObject([{ active: false }]);
    await expect(get(PEOPLE.ben, '/rest/api/3/myself')).resolves.toMatchObject({ status: 401 });
  });

  test('and an unknown person cannot change', async () => {
    await expect(forge.jira.rename('nobody', 'x')).rejects.toThrow('no account nobody');
  });
});
