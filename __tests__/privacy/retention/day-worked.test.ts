import fc from 'fast-check';
import { expiryOf, hasExpired } from '../../../src/privacy/retention/expiry';
import type { Settings } from '../../../src/privacy/data-sets/settings';
import { todayAt } from '../../../src/resolvers/entries';
import { firstDayKept, isTooOld, keptUntil } from '../../../src/timesheet/entries';
import { TIME_ENTRY } from '../../../src/timesheet/time-entry';

const DAY_MS = 86_400_000;
const ID = '0123456789abcdef0123456789abcdef';

/** Days as numbers since 1970, with a calendar of its own: the oracle does nothing that the app does. */
const dayNumber = (day: string): number => {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return Date.UTC(year, month - 1, date) / DAY_MS;
};
const dayOf = (number: number): string => new Date(number * DAY_MS).toISOString().slice(0, 10);

const NOW = fc.date({
  min: new Date('2021-01-01T00:00:00.000Z'),
  max: new Date('2035-12-31T23:59:59.999Z'),
  noInvalidDate: true,
});
const PERIOD = fc.integer({ min: 30, max: 3650 });
/** How far the day worked lies from the edge of the period: what matters happens near it. */
const FROM_EDGE = fc.oneof(fc.integer({ min: -3, max: 3 }), fc.integer({ min: -4000, max: 4000 }));
/** Minutes that a browser's clock is behind UTC: from UTC+14 to UTC-12. */
const OFFSET = fc.integer({ min: -14 * 60, max: 12 * 60 });
/** An entry is logged at any time: that moves nothing. */
const CREATED = fc.date({ min: new Date('2010-01-01'), max: new Date('2036-01-01'), noInvalidDate: true });

const settingsOf = (days: number): Settings => ({ retentionDays: { 'time-entry': days } });
const entryOf = (startedOn: string, createdAt: Date, id = ID) => ({
  accountId: 'account',
  issueId: '20001',
  startedOn,
  seconds: 60,
  position: `${startedOn}#${id}`,
  createdAt: createdAt.toISOString(),
});
const hasEnded = (startedOn: string, days: number, now: Date, createdAt = now, id = ID): boolean => {
  const expiry = expiryOf(TIME_ENTRY, settingsOf(days), now);
  if (!expiry) throw new Error('entries have a period');
  return hasExpired(expiry, entryOf(startedOn, createdAt, id));
};

test('an entry has expired where its day lies more than the period before today, whenever it was logged', () => {
  const ids = fc.stringMatching(/^[0-9a-f]{32}$/);
  fc.assert(
    fc.property(NOW, PERIOD, FROM_EDGE, CREATED, ids, (now, days, fromEdge, createdAt, id) => {
      const today = Math.floor(now.getTime() / DAY_MS);
      const worked = today - days + fromEdge;
      expect(hasEnded(dayOf(worked), days, now, createdAt, id)).toBe(today - worked > days);
    }),
    { numRuns: 1000 },
  );
});

test('what is taken has not expired, and what is refused as too old would have', () => {
  fc.assert(
    fc.property(NOW, PERIOD, FROM_EDGE, (now, days, fromEdge) => {
      const worked = dayOf(Math.floor(now.getTime() / DAY_MS) - days + fromEdge);
      expect(isTooOld(worked, settingsOf(days), now)).toBe(hasEnded(worked, days, now));
      expect(worked < firstDayKept(settingsOf(days), now)).toBe(hasEnded(worked, days, now));
    }),
    { numRuns: 500 },
  );
});

test('the day that is shown is the last one on which it is there, to the millisecond', () => {
  fc.assert(
    fc.property(NOW, PERIOD, (worked, days) => {
      const startedOn = worked.toISOString().slice(0, 10);
      const last = keptUntil({ startedOn }, days);
      const end = (dayNumber(last) + 1) * DAY_MS;
      expect(dayNumber(last) - dayNumber(startedOn)).toBe(days);
      expect(hasEnded(startedOn, days, new Date(end - 1))).toBe(false);
      expect(hasEnded(startedOn, days, new Date(end))).toBe(true);
    }),
    { numRuns: 500 },
  );
});

test('wherever the person is, time of today is there for the period, give or take the day that their clock is off', () => {
  fc.assert(
    fc.property(NOW, PERIOD, OFFSET, (now, days, offset) => {
      const startedOn = todayAt(now, offset);
      expect(isTooOld(startedOn, settingsOf(days), now)).toBe(false);
      expect(hasEnded(startedOn, days, new Date(now.getTime() + (days - 1) * DAY_MS))).toBe(false);
      expect(hasEnded(startedOn, days, new Date(now.getTime() + (days + 2) * DAY_MS))).toBe(true);
    }),
    { numRuns: 500 },
  );
});
