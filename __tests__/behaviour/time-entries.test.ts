import { randomUUID } from 'node:crypto';
import type { LocalForge } from '../../local/forge';
import { openTestForge } from '../setup/test-forge';
import { PEOPLE } from '../setup/test-site';
import { personOf } from './person';

describe('time entries', () => {
  let forge: LocalForge;
  beforeEach(async () => {
    forge = await openTestForge();
  });
  afterEach(() => forge.close());

  it('logs, lists and totals a day', async () => {
    const anna = personOf(forge, PEOPLE.anna);
    const first = await anna.log('2026-03-02', '1h 30m');
    expect(first).toMatchObject({ entry: { seconds: 5400, issueId: '20001', projectId: '10000' }, daySeconds: 5400 });
    const second = await anna.log('2026-03-02', '45');
    expect(second.daySeconds).toBe(8100);
    const { entries } = await anna.user('listEntries');
    expect(entries.map(({ seconds }) => seconds).sort()).toEqual([2700, 5400]);
  });

  it('writes a second identical click once', async () => {
    const anna = personOf(forge, PEOPLE.anna);
    const form = { requestId: randomUUID(), startedOn: '2026-03-01', duration: '2h' };
    const answers = await Promise.all([anna.user('logTime', form), anna.user('logTime', form)]);
    expect(new Set(answers.map(({ entry }) => entry.id)).size).toBe(1);
    expect((await anna.user('getOverview')).dataSets.find(({ name }) => name === 'time-entry')?.records).toBe(1);
  });
});
