import { PEOPLE } from '../setup/test-site';
import { useForge } from '../setup/use-forge';

const app = useForge();

describe('The panel', () => {
  it('shows the person’s own entries on this work item and on no other, page by page', async () => {
    const anna = app.person(PEOPLE.anna);
    const here: string[] = [];
    for (let day = 1; day <= 60; day += 1) {
      const startedOn = new Date(Date.UTC(2025, 0, day)).toISOString().slice(0, 10);
      here.unshift((await anna.log(startedOn, '1h', '20001')).entry.id);
      if (day % 10 === 0) await anna.log(startedOn, '2h', '20002');
    }
    await app.person(PEOPLE.ben).log('2026-03-02', '1h', '20001');
    const first = await anna.user('getPanel', {}, '20001');
    const rest = await anna.user('getPanel', { after: first.next }, '20001');
    expect([...first.entries, ...rest.entries].map(({ id }) => id)).toEqual(here);
    expect(rest.next).toBeUndefined();
    const other = await anna.user('getPanel', {}, '20002');
    expect(other.entries.map(({ issueId, seconds }) => [issueId, seconds])).toEqual(
      Array.from({ length: 6 }, () => ['20002', 7200]),
    );
    expect((await anna.user('getPanel', {}, '20003')).entries).toEqual([]);
  });
});
