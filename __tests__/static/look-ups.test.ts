import { requestJira } from '@forge/bridge';
import { findIssueByKey, issueLabel, lookUpIssues } from '../../static/shared/issues';
import { makeLookUp } from '../../static/shared/look-up';
import { lookUpPeople, personLabel } from '../../static/shared/people';

jest.mock('@forge/bridge', () => ({ requestJira: jest.fn() }));

const asked = jest.mocked(requestJira);
const json = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status });

beforeEach(() => asked.mockReset());

describe('a look-up', () => {
  it('asks for each ID once, in batches of the size it is given', async () => {
    const batches: string[][] = [];
    const lookUp = makeLookUp(2, async (ids) => {
      batches.push(ids);
      return new Map(ids.map((id) => [id, id.toUpperCase()]));
    });
    await Promise.all([lookUp(['a', 'b', 'c', 'a']), lookUp(['c'])]);
    const found = await lookUp(['a', 'd']);
    expect(batches).toEqual([['a', 'b'], ['c'], ['d']]);
    expect(found).toEqual(
      new Map([
        ['a', { state: 'known', value: 'A' }],
        ['d', { state: 'known', value: 'D' }],
      ]),
    );
  });

  it('tells what nobody knows from what could not be asked, and asks the latter again', async () => {
    let fails = true;
    const lookUp = makeLookUp(2, async () => {
      if (fails) throw new Error('no answer');
      return new Map<string, string>();
    });
    expect((await lookUp(['a'])).get('a')).toEqual({ state: 'unavailable' });
    fails = false;
    expect((await lookUp(['a'])).get('a')).toEqual({ state: 'unknown' });
  });
});

describe('names of people', () => {
  it('are asked of Jira for at most 90 at a time, each batch as one page', async () => {
    asked.mockImplementation(async () => json({ values: [] }));
    await lookUpPeople(Array.from({ length: 91 }, (_, index) => `id-${index}`));
    const queries = asked.mock.calls.map(([path]) => new URL(path, 'http://jira').searchParams);
    expect(queries.map((query) => query.getAll('accountId').length)).toEqual([90, 1]);
    expect(queries.map((query) => query.get('maxResults'))).toEqual(['90', '90']);
  });

  it('are shown, or what stands in their place', async () => {
    asked.mockImplementation(async () =>
      json({
        values: [
          { accountId: 'p1', displayName: 'Ada', active: true },
          { accountId: 'p2', displayName: 'Bo', active: false },
        ],
      }),
    );
    const found = await lookUpPeople(['p1', 'p2', 'p3']);
    const labels = ['p1', 'p2', 'p3'].map((id) => personLabel(found.get(id), id));
    expect(labels).toEqual(['Ada', 'Bo (deactivated)', 'Unknown person (account ID ends in p3)']);
  });

  it('turn no words around them, whatever marks are in them', async () => {
    const names = { p4: 'אבי', p5: 'Eve\u202e nodA', p6: 'سارة\u2069\u202e', p7: '𞤀𞤁' };
    const values = Object.entries(names).map(([accountId, displayName]) => ({
      accountId,
      displayName,
      active: true,
    }));
    asked.mockImplementation(async () => json({ values }));
    const found = await lookUpPeople(Object.keys(names));
    const labels = Object.keys(names).map((id) => personLabel(found.get(id), id));
    expect(labels).toEqual(['\u2068אבי\u2069', 'Eve nodA', '\u2068سارة\u2069', '\u2068𞤀𞤁\u2069']);
  });

  it('are not invented when Jira does not answer', async () => {
    asked.mockImplementation(async () => json({}, 503));
    expect(personLabel((await lookUpPeople(['p9'])).get('p9'), 'p9')).toBe('Account p9');
  });
});

describe('issues', () => {
  it('are asked of Jira for at most 100 at a time', async () => {
    asked.mockImplementation(async () => json({ issues: [] }));
    await lookUpIssues(Array.from({ length: 101 }, (_, index) => String(index)));
    const sizes = asked.mock.calls.map(([, init]) => {
      const { issueIdsOrKeys } = JSON.parse(init?.body as string) as { issueIdsOrKeys: string[] };
      return issueIdsOrKeys.length;
    });
    expect(sizes).toEqual([100, 1]);
  });

  it('are shown with key and summary, or as not visible', async () => {
    asked.mockImplementation(async () =>
      json({
        issues: [
          { id: '777', key: 'KAFKA-7', fields: { summary: 'Lost offsets', project: { name: 'Kafka' } } },
        ],
      }),
    );
    const found = await lookUpIssues(['777', '778']);
    expect(issueLabel(found.get('777'), '777')).toBe('KAFKA-7 Lost offsets');
    expect(found.get('777')).toMatchObject({ value: { space: 'Kafka' } });
    expect(issueLabel(found.get('778'), '778')).toBe('Work item 778 (not visible to you)');
  });

  it('turn no words around them by their titles, whatever marks are in them', async () => {
    const titles = { '780': 'שלום', '781': 'Pay\u202e 001', '782': 'Say {name} <b>it</b>' };
    const issues = Object.entries(titles).map(([id, summary]) => ({ id, key: 'K-1', fields: { summary } }));
    asked.mockImplementation(async () => json({ issues }));
    const found = await lookUpIssues(Object.keys(titles));
    const labels = Object.keys(titles).map((id) => issueLabel(found.get(id), id));
    expect(labels).toEqual(['K-1 \u2068שלום\u2069', 'K-1 Pay 001', 'K-1 Say {name} <b>it</b>']);
  });

  it('are found by their key', async () => {
    asked.mockImplementation(async () => json({ issues: [{ id: '777', key: 'KAFKA-7', fields: {} }] }));
    const nameless = { id: '777', key: 'KAFKA-7', summary: '', space: '' };
    await expect(findIssueByKey('KAFKA-7')).resolves.toEqual(nameless);
    asked.mockImplementation(async () => json({ issues: [] }));
    await expect(findIssueByKey('KAFKA-8')).resolves.toBeUndefined();
    asked.mockImplementation(async () => json({}, 500));
    await expect(findIssueByKey('KAFKA-9')).rejects.toThrow('500');
  });
});
