import type { ReadEntry, ReadExport } from '../../../static/shared/export/read-export';
import { newWords, refusalLines } from '../../../static/my-data/transfer/import-words';
import { planImport } from '../../../static/my-data/transfer/plan-import';
import { nothingImported, runImport } from '../../../static/my-data/transfer/run-import';
import { believed, type WorkItemsHere } from '../../../static/my-data/transfer/work-items-here';
import { printed } from '../../setup/printed';

jest.mock('@forge/bridge', () => ({ requestJira: jest.fn() }));

let made = 0;
const entry = (change: Partial<ReadEntry> = {}): ReadEntry => {
  const { startedOn = '2026-02-02' } = change;
  made += 1;
  return {
    issueId: '1',
    seconds: 3600,
    createdAt: '2026-02-02T09:00:00.000Z',
    position: `${startedOn}#${made.toString(16).padStart(32, '0')}`,
    ...change,
    startedOn,
  };
};
const fileOf = (entries: ReadEntry[], change: Partial<ReadExport> = {}): ReadExport => ({
  exportedAt: '2026-02-28T00:00:00.000Z',
  site: 'https://one.example',
  entries,
  malformed: 0,
  workItems: [],
  ...change,
});
const here: Pick<WorkItemsHere, 'here' | 'visible'> = {
  here: new Map([
    ['1', '1'],
    ['2', '2'],
  ]),
  visible: new Set(['1']),
};
const plan = (entries: ReadEntry[], existing: ReadEntry[] = [], workItems = here, malformed = 0) =>
  planImport({
    accountId: '712020:0a1b',
    file: fileOf(entries, { malformed }),
    existing,
    rules: { now: '2026-03-02T09:00:00.000Z', firstDay: '2025-03-02' },
    today: '2026-03-02',
    workItems,
  });

describe('What an import would do', () => {
  it('knows an entry again by its ID, also after a correction, or by what it says', () => {
    const one = entry();
    const corrected = {
      ...one,
      startedOn: '2026-02-05',
      seconds: 60,
      position: `2026-02-05${one.position.slice(10)}`,
    };
    expect(plan([one], [corrected])).toMatchObject({ present: 1, rows: [] });
    expect(plan([one], [{ ...one, position: entry().position }])).toMatchObject({ present: 1, rows: [] });
  });

  it('brings back those that are missing of several that were logged at once', () => {
    const days = ['2026-02-02', '2026-02-03', '2026-02-04'].map((startedOn) => entry({ startedOn }));
    const [, second] = days;
    expect(plan(days, second && [{ ...second, position: entry(second).position }])).toMatchObject({
      present: 1,
      rows: [{ startedOn: '2026-02-02' }, { startedOn: '2026-02-04' }],
    });
  });

  it('takes two that say the same for two', () => {
    const [first, second] = [entry(), entry()];
    expect(plan([first, second]).rows).toHaveLength(2);
    const { id } = plan([first]).rows[0] ?? {};
    expect(plan([first, second], [second])).toMatchObject({ present: 1, rows: [{ id }] });
    expect(plan([first, second], [{ ...second, position: entry().position }])).toMatchObject({ present: 1 });
  });

  it('says why each of the others is left out', () => {
    const others = plan(
      [
        entry({ issueId: '2' }),
        entry({ issueId: '3' }),
        entry({ startedOn: '2026-03-03' }),
        entry({ createdAt: '2026-03-02T09:00:00.001Z' }),
        entry({ startedOn: '2025-03-01' }),
        entry({ seconds: 86_400 }),
        entry({ seconds: 86_340 }),
      ],
      [entry({ issueId: '1', seconds: 60, createdAt: '2026-01-01T00:00:00.000Z' })],
      here,
      2,
    );
    expect(others.refused).toEqual({
      malformed: 2,
      'not-visible': 2,
      future: 2,
      'kept-for-its-time': 1,
      'day-full': 1,
    });
    expect(others.rows).toHaveLength(1);
    expect(refusalLines(others.refused)).toEqual([
      '2 entries are not in the form that the app writes',
      '2 entries are on work items that are not here, or that you cannot see',
      '1 entry would give a day more than 24 hours',
      '1 entry is past the retention period of this site',
      '2 entries are in the future',
    ]);
    const viewer = { accountId: 'a', locale: 'en-GB', timeZone: 'UTC', siteUrl: '', moduleKey: '' };
    expect(newWords(others, viewer)).toBe(printed('1 new entry, 23h 59m, 2 Feb 2026'));
  });

  it('knows an entry again whose work item cannot be seen any more', () => {
    const one = entry({ issueId: '2' });
    expect(plan([one], [{ ...one, position: entry().position }])).toMatchObject({ present: 1 });
  });

  it('puts entries of another site on the work items that have their keys here, once the person says so', () => {
    const doubtful = [
      {
        there: { id: '1', key: 'APP-1', title: 'One' },
        here: { id: '77', key: 'APP-1', summary: 'Another', space: 'App' },
      },
    ];
    const none = { here: new Map<string, string>(), visible: new Set<string>(), doubtful };
    expect(plan([entry()], [], none)).toMatchObject({ rows: [], refused: { 'not-visible': 1 } });
    expect(plan([entry()], [], believed(none))).toMatchObject({ rows: [{ issueId: '77' }] });
  });
});

describe('An import', () => {
  const rows = plan(Array.from({ length: 200 }, () => entry({ seconds: 60 }))).rows;
  const options = { timezoneOffset: 0, onProgress: () => undefined };

  it('goes on where it was stopped, as the same import', async () => {
    const sent: Array<[number, string | undefined]> = [];
    const signal = new AbortController();
    const send = (limit: number) => async (request: { rows: unknown[]; asOf?: string }) => {
      sent.push([request.rows.length, request.asOf]);
      if (sent.length === limit) signal.abort();
      return { outcomes: request.rows.map(() => 'imported' as const), asOf: `asOf ${sent.length}` };
    };
    const stopped = await runImport(rows, nothingImported, {
      ...options,
      send: send(1),
      signal: signal.signal,
    });
    expect(stopped).toMatchObject({ state: 'stopped', imported: { done: 90 } });
    const { signal: other } = new AbortController();
    const done = await runImport(rows, stopped.imported, { ...options, send: send(0), signal: other });
    expect(done).toMatchObject({ state: 'done', imported: { done: 200, outcomes: { imported: 200 } } });
    expect(sent).toEqual([
      [90, undefined],
      [90, 'asOf 1'],
      [20, 'asOf 1'],
    ]);
  });
});
