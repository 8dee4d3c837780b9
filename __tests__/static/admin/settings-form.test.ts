import type { SettingChange, SettingsView } from '../../../src/contract';
import { newlyErasing } from '../../../static/admin/settings/newly-erasing';
import { differences, toSave, typedOf } from '../../../static/admin/settings/typed-settings';
import { changeWords } from '../../../static/shared/setting-words';

const saved: SettingsView = {
  version: 7,
  retention: [
    {
      dataSet: 'time-entry',
      title: 'data.time-entry-title',
      why: 'data.time-entry-why',
      days: 90,
      standard: 1095,
      least: 30,
      most: 3650,
    },
    {
      dataSet: 'request',
      title: 'data.request-title',
      why: 'data.request-why',
      days: 400,
      standard: 1095,
      least: 365,
      most: 3650,
    },
  ],
  selfErasure: 'at-once',
  removedDays: 30,
  keepTotals: false,
  waiting: [],
  totals: [],
  controllerPage: null,
  bases: [{ purpose: 'proof', basis: null, allowed: ['legal-obligation', 'legitimate-interest'] }],
};
const titles = new Map([['time-entry', 'Time entries']]);
const said = (typed: Parameters<typeof differences>[0]): string[] =>
  differences(typed, saved).map((change) => changeWords(change, titles));

describe('The form of the settings', () => {
  it('differs in nothing from what it was filled with, and sends that with its version', () => {
    expect(said(typedOf(saved))).toEqual([]);
    expect(toSave(typedOf(saved), saved)).toEqual({
      version: 7,
      retentionDays: { 'time-entry': 90, request: 400 },
      selfErasure: 'at-once',
      removedDays: 30,
      keepTotals: false,
      controllerPage: 'none',
      bases: { proof: 'not-chosen' },
    });
  });

  it.each(['', 'sixty', '1e2', '-3', '1.5', ' '])(
    'sends no number for %j, so that the app refuses it',
    (text) => {
      const typed = { ...typedOf(saved), removed: text, days: { 'time-entry': text } };
      expect(toSave(typed, saved)).toMatchObject({ removedDays: -1, retentionDays: { 'time-entry': -1 } });
    },
  );

  it('says each difference, from what is saved to what stands in it', () => {
    const typed = {
      ...typedOf(saved),
      removed: '0',
      keepTotals: true,
      selfErasure: 'after-approval' as const,
      page: '20001',
      bases: { proof: 'legitimate-interest' } as const,
    };
    expect(said({ ...typed, days: { 'time-entry': '1095', request: '400' } })).toEqual([
      'Time entries, stored for: 90 days → 3 years',
      'People delete everything: at once → after an approval',
      'Data of people removed from the site is deleted: after 30 days → only when Atlassian closes the account',
      'Time without names is stored: no → yes',
      'Work item that says who is responsible: none → ID 20001',
      'Legal basis for “Proving compliance”: not chosen yet → Legitimate interests (6(1)(f))',
    ]);
  });
});

describe('changes that erase more', () => {
  const period = (before: number, after: number): SettingChange => ({
    setting: 'retentionDays',
    dataSet: 'time-entry',
    before,
    after,
  });

  it.each<[SettingChange, boolean]>([
    [period(1095, 30), true],
    [period(30, 1095), false],
    [{ setting: 'removedDays', before: 0, after: 365 }, true],
    [{ setting: 'removedDays', before: 30, after: 0 }, false],
    [{ setting: 'removedDays', before: 30, after: 7 }, true],
    [{ setting: 'selfErasure', was: 'after-approval', is: 'at-once' }, true],
    [{ setting: 'selfErasure', was: 'at-once', is: 'after-approval' }, false],
    [{ setting: 'keepTotals', was: 'no', is: 'yes' }, false],
    [{ setting: 'keepTotals', was: 'yes', is: 'no' }, true],
    [{ setting: 'webhookErasesAfter', after: 14 }, true],
    [{ setting: 'webhookErasesAfter', before: 30, after: 14 }, true],
    [{ setting: 'webhookErasesAfter', before: 14, after: 30 }, false],
    [{ setting: 'webhookErasesAfter', before: 14 }, false],
    [{ setting: 'webhookErasesMost', before: 5, after: 10 }, true],
    [{ setting: 'webhookErasesMost', before: 10, after: 5 }, false],
    [{ setting: 'webhookErasesMost', before: 10 }, false],
  ])('are told from others: %j', (change, more) => {
    expect(newlyErasing([change], [])).toEqual(more ? [change] : []);
  });

  it('are not asked about again while they wait', () => {
    const waiting = { ...period(1095, 30), from: '2026-03-03T08:00:00.000Z' };
    expect(newlyErasing([period(1095, 30)], [waiting])).toEqual([]);
    expect(newlyErasing([period(1095, 60)], [waiting])).toHaveLength(1);
  });
});
