import { requestJira } from '@forge/bridge';
import { DATA_MAP } from '../../../src/data-map';
import { noticesOf } from '../../../src/privacy/notice/notice';
import { makeFile } from '../../../static/shared/export/made-file';
import type { ExportRange, GivenData } from '../../../static/shared/export/exported-data';
import { textIn } from '../../../static/shared/export/pack';
import { timeEntries } from './generated-parts';

jest.mock('@forge/bridge', () => ({ requestJira: jest.fn() }));

const PERSON = '712020:0a1b-2c3d4e';
const viewer = (accountId: string) => ({
  accountId,
  locale: 'de-DE',
  timeZone: 'Pacific/Auckland',
  siteUrl: 'https://example.atlassian.net',
  moduleKey: '',
});

/** Jira as the browser asks it: it names people, and of work items those whose ID is even. */
let asked: string[][];
beforeEach(() => {
  asked = [];
  jest.mocked(requestJira).mockImplementation(async (path, init) => {
    if (path.startsWith('/rest/api/3/user/bulk')) {
      return Response.json({ values: [{ accountId: PERSON, displayName: 'Ada <L>', active: true }] });
    }
    const { issueIdsOrKeys } = JSON.parse(init?.body as string) as { issueIdsOrKeys: string[] };
    asked.push(issueIdsOrKeys);
    const issues = issueIdsOrKeys
      .filter((id) => Number(id) % 2 === 0)
      .map((id) => ({ id, key: `APP-${id}`, fields: { summary: 'A title', project: { name: 'A space' } } }));
    return Response.json({ issues });
  });
});

function exported(first: number, workItems: number, range: ExportRange = { entries: 'all' }): GivenData {
  const entries = Array.from({ length: workItems }, (_, at) => ({
    issueId: String(first + at),
    startedOn: '2026-11-23',
    seconds: 5400,
  }));
  return {
    schemaVersion: '3',
    noticeVersion: 'n1',
    exportedAt: '2026-11-23T12:00:00.000Z',
    subject: { accountId: PERSON },
    notice: noticesOf(DATA_MAP, { settings: { retentionDays: {}, controllerPage: '100' } }).in('en'),
    range,
    dataSets: [timeEntries(...entries, ...entries)],
  };
}

const { signal } = new AbortController();

describe('the file of an export', () => {
  it('of one’s own data says so in its name, with the day where the person is', async () => {
    const { name, content } = await makeFile(exported(100, 2), viewer(PERSON), signal);
    expect(name).toBe('my-data-2026-11-24.zip');
    expect(textIn(content, 'index.html')).toContain('<h1>My data in Privacy Center for Jira</h1>');
    expect(textIn(content, 'index.html')).toContain('A title: https://example.atlassian.net/browse/APP-100');
    const csv = textIn(content, 'time-entry.csv').split('\r\n');
    expect(csv[1]).toContain('100;APP-100;A title;A space;2026-11-23;5400;1,5;');
    expect(csv[2]).toContain('101;;Not visible in Jira to the person who exported this;;');
  });

  it('of somebody else’s data is never called theirs who export it, and has the name on its cover', async () => {
    const { name, content } = await makeFile(exported(200, 1), viewer('administrator'), signal);
    expect(name).toBe('data-of-2c3d4e-2026-11-24.zip');
    const page = textIn(content, 'index.html');
    expect(page).toContain('<h1>Data of Ada &lt;L&gt; in Privacy Center for Jira</h1>');
    expect(page).toContain('an administrator');
    // In the notice it is the name of a page.
    expect(page.split('<h2>Why')[0]).not.toContain('My data');
  });

  it('says on which site it was made, and how Jira names the work items, so that they are found again', async () => {
    const { content } = await makeFile(exported(300, 2), viewer(PERSON), signal);
    expect(JSON.parse(textIn(content, 'data.json'))).toMatchObject({
      site: 'https://example.atlassian.net',
      workItems: [{ id: '300', key: 'APP-300', title: 'A title' }],
    });
  });

  it('of a part says so in its name, on its cover and in data.json', async () => {
    const range = { entries: 'of-days', from: '2026-11-01', to: '2026-11-30' } as const;
    const { name, content } = await makeFile(exported(100, 2, range), viewer(PERSON), signal);
    expect(name).toBe('my-data-part-2026-11-24.zip');
    expect(JSON.parse(textIn(content, 'data.json'))).toMatchObject({ range });
    const page = textIn(content, 'index.html');
    expect(page).toContain('<h1>A part of my data in Privacy Center for Jira</h1>');
    expect(page).toContain('Only the entries of 01.11.2026 – 30.11.2026 are here.');
    expect(page).not.toContain('exactly as many');
  });

  it('asks Jira for each work item once, a hundred a call', async () => {
    await makeFile(exported(1000, 250), viewer(PERSON), signal);
    expect(asked.map(({ length }) => length)).toEqual([100, 100, 50]);
  });

  it('is given up between two calls where it is cancelled', async () => {
    const cancel = new AbortController();
    const making = makeFile(exported(2000, 250), viewer(PERSON), cancel.signal);
    cancel.abort(new Error('cancelled'));
    await expect(making).rejects.toThrow('cancelled');
    expect(asked).toHaveLength(1);
  });
});
