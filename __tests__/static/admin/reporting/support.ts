import type { ReportingCycle, ReportingView } from '../../../../src/contract';

export const VIEWER = {
  accountId: undefined,
  locale: 'en-GB',
  timeZone: 'UTC',
  siteUrl: '',
  moduleKey: 'privacy-admin',
};

export const cycle = (from: string, counts: Partial<ReportingCycle> = {}): ReportingCycle => ({
  from: `${from}T09:30:00.000Z`,
  to: `${from}T09:30:00.000Z`,
  calls: 0,
  accounts: 0,
  closed: 0,
  updated: 0,
  'not-understood': 0,
  refused: 0,
  failures: 0,
  ...counts,
});

/** A site where all is well: 31 people, told four days ago. */
export const view = (changes: Partial<ReportingView> = {}): ReportingView => ({
  now: '2026-11-20T10:00:00.000Z',
  people: 31,
  periodSeconds: 7 * 86_400,
  due: { people: 0, more: false },
  closing: 0,
  oldest: { countsFrom: '2026-11-16T09:30:00.000Z', dueAt: '2026-11-23T09:30:00.000Z' },
  running: false,
  lastAnswer: { at: '2026-11-16T09:30:00.000Z', accounts: 31, closed: 0, updated: 0, notUnderstood: 0 },
  cycles: [cycle('2026-11-16', { calls: 1, accounts: 31 })],
  ...changes,
});

/** The same without what may be missing. */
export function without(of: ReportingView, ...names: Array<'oldest' | 'lastAnswer'>): ReportingView {
  const rest = { ...of };
  for (const name of names) delete rest[name];
  return rest;
}
