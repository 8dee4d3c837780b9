import { invoke, requestJira } from '@forge/bridge';
import { describe as inWords } from '../../../static/admin/people/search-words';
import { readWanted, searchPeople } from '../../../static/admin/people/search-people';
import { isFailure } from '../../../static/shared/call';

jest.mock('@forge/bridge', () => ({ invoke: jest.fn(), requestJira: jest.fn() }));

const asked = jest.mocked(requestJira);
const called = jest.mocked(invoke);
const users = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ accountId: `user-${index}` }));
const withData = (accountId: string) => ({
  accountId,
  entries: 3,
  registeredAt: '2026-03-02T08:00:00.000Z',
  restricted: false,
});

beforeEach(() => {
  asked.mockReset();
  called.mockReset();
});

describe('what somebody typed', () => {
  it.each([
    '5be24ad8b1653240376955d2',
    '557058:1a2b3c4d-0000-4000-8000-000000000002',
    'qm:1a2b3c4d-0000-4000-8000-000000000005:6f2e',
    '  5be24ad8b1653240376955d2 ',
  ])('is an account ID: %s', (text) => {
    expect(readWanted(text)).toEqual({ kind: 'account', accountId: text.trim() });
  });

  it.each(['Keller', 'Ada Keller', 'Jean-Baptiste-Emmanuel', '李雷', 'a'.repeat(200)])(
    'is a name: %s',
    (name) => {
      expect(readWanted(name)).toEqual({ kind: 'name', name });
    },
  );

  it('is nothing when it is blank', () => {
    expect(readWanted('   ')).toBeUndefined();
  });
});

describe('searching', () => {
  it('asks Jira for a name and the app only for account IDs', async () => {
    asked.mockResolvedValue(Response.json(users(2)));
    called.mockResolvedValue({ people: [withData('user-1')] });
    const found = await searchPeople({ kind: 'name', name: 'Ada & Co' });
    expect(asked.mock.calls[0]?.[0]).toBe('/rest/api/3/user/search?query=Ada+%26+Co&maxResults=51');
    expect(called).toHaveBeenCalledWith('listPeople', { only: ['user-0', 'user-1'] });
    expect(found).toMatchObject({ found: 2, more: false, people: [withData('user-1')] });
  });

  it('does not ask the app at all when Jira knows nobody', async () => {
    asked.mockResolvedValue(Response.json([]));
    expect(await searchPeople({ kind: 'name', name: 'Nobody' })).toMatchObject({ found: 0, people: [] });
    expect(called).not.toHaveBeenCalled();
  });

  it('looks at 50 people and says that there are more', async () => {
    asked.mockResolvedValue(Response.json(users(51)));
    called.mockResolvedValue({ people: [] });
    expect(await searchPeople({ kind: 'name', name: 'A' })).toMatchObject({ found: 50, more: true });
    const payload = called.mock.calls[0]?.[1] as { only: string[] } | undefined;
    expect(payload?.only).toHaveLength(50);
  });

  it.each([
    ['refuses', () => Promise.resolve(new Response('', { status: 403 }))],
    ['does not answer', () => Promise.reject(new Error('cut off'))],
  ])('says so when Jira %s', async (_case, answer) => {
    asked.mockImplementation(answer);
    expect(isFailure(await searchPeople({ kind: 'name', name: 'Ada' }))).toBe(true);
  });
});

describe('the outcome in words', () => {
  const byName = { wanted: { kind: 'name', name: 'Ada' }, people: [], found: 0, more: false } as const;

  it('tells nobody by that name, nobody with data, and somebody with data apart', () => {
    const words = [
      inWords({ ...byName, people: [] }, 'en'),
      inWords({ ...byName, people: [], found: 3 }, 'en'),
      inWords({ ...byName, people: [withData('a')], found: 3 }, 'en'),
      inWords({ ...byName, people: [], wanted: { kind: 'account', accountId: 'a' }, found: 1 }, 'en'),
    ];
    expect(new Set(words).size).toBe(4);
    expect(words[2]).toBe('1 person with data found.');
  });
});
