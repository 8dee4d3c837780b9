import type { LocalForge } from '../../../local/forge';
import { personOf } from '../../behaviour/person';
import { storedRows } from '../../setup/use-forge';
import { PEOPLE } from '../../setup/test-site';
import { comeBackWhole, DAY_MS, HOUR_MS, livedInForge } from './lived-in';
import { answerReports, reportingRow, runDaily } from '../reporting/support';

const MINUTE_MS = 60_000;

let forge: LocalForge;
beforeEach(async () => {
  forge = await livedInForge();
});
afterEach(() => forge.close());

describe.each([401, 403] as const)(
  'Where Atlassian answers %d for some minutes after an installation',
  (newAnswer) => {
    it('a store that came back is asked about again within minutes', async () => {
      forge.schedule.mode.missed = 1;
      await comeBackWhole(forge);
      Object.assign(forge.atlassian.settings, { newForMs: 15 * MINUTE_MS, newAnswer });
      await personOf(forge, PEOPLE.anna).user('getOverview');
      await forge.clock.advance(40 * MINUTE_MS);
      expect(reportingRow(forge)).toMatchObject({ failures: 0 });
      expect((await personOf(forge, PEOPLE.anna).user('getPanel')).entries).toHaveLength(3);
      expect(callsOf(forge)).toBeLessThanOrEqual(4);
    });

    it('how often reports failed before it counts for nothing', async () => {
      forge.schedule.mode.missed = 1;
      await forge.clock.advance(8 * DAY_MS);
      const end = answerReports(forge, { kind: 'answer', status: 500 });
      for (let day = 0; day < 6; day += 1) await runDaily(forge, 60);
      end();
      expect(reportingRow(forge).failures).toBeGreaterThan(3);
      await comeBackWhole(forge);
      Object.assign(forge.atlassian.settings, { newForMs: 15 * MINUTE_MS, newAnswer });
      await personOf(forge, PEOPLE.anna).user('getOverview');
      await forge.clock.advance(40 * MINUTE_MS);
      expect((await personOf(forge, PEOPLE.anna).user('getPanel')).entries).toHaveLength(3);
    });

    it('a site that consents asks again within minutes of the event, and then once a day', async () => {
      forge.schedule.mode.missed = 1;
      await forge.clock.advance(8 * DAY_MS);
      forge.atlassian.settings.consented = false;
      for (let day = 0; day < 6; day += 1) await runDaily(forge, 60);
      await forge.clock.advance(HOUR_MS);
      const before = callsOf(forge);
      await forge.events.emit('avi:forge:upgraded:app', {});
      await forge.clock.advance(HOUR_MS);
      expect(callsOf(forge) - before).toBe(4);
      await forge.clock.advance(12 * HOUR_MS);
      expect(callsOf(forge) - before).toBe(4);
      forge.atlassian.settings.consented = true;
      await forge.events.emit('avi:forge:upgraded:app', {});
      await forge.clock.advance(HOUR_MS);
      expect(reportingRow(forge)).toMatchObject({ failures: 0 });
      expect(storedRows(forge, 'cohort')).toHaveLength(1);
    });
  },
);

const callsOf = (from: LocalForge): number =>
  from.invocations.list().reduce((sum, { calls }) => sum + (calls['stargate /app/report-accounts'] ?? 0), 0);
