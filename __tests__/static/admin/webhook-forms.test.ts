import type { WebhookView } from '../../../src/contract';
import {
  erasingDifferences,
  erasingToConfirm,
  erasingToSave,
  limitDifferences,
  limitToSave,
  typedErasing,
  typedLimit,
} from '../../../static/admin/webhook/typed-webhook';
import { changeWords } from '../../../static/shared/setting-words';
import type { SettingChange } from '../../../src/contract';

const WEBHOOK: WebhookView = {
  enabled: true,
  keys: [],
  calls: [],
  restricting: { mostADay: 200, today: 3 },
  waiting: { least: 0 },
  erasesWaiting: [],
};
const ERASES = { afterDays: 30, mostADay: 10 };
const said = (changes: readonly SettingChange[]): string[] =>
  changes.map((change) => changeWords(change, new Map()));

describe('The form of the limit', () => {
  it('sends what it was loaded with, and differs from that in nothing', () => {
    expect(limitToSave(typedLimit(WEBHOOK), WEBHOOK)).toEqual({ mostADay: 200, was: 200 });
    expect(limitDifferences(typedLimit(WEBHOOK), WEBHOOK)).toEqual([]);
    expect(said(limitDifferences('20', WEBHOOK))).toEqual([
      'People whom the webhook may restrict on one day: 200 people → 20 people',
    ]);
  });
});

describe('The form that lets the webhook’s word erase', () => {
  it('is off where it erases nobody, and proposes something all the same', () => {
    const typed = typedErasing(WEBHOOK);
    expect(typed).toEqual({ on: false, days: '14', most: '5' });
    expect(erasingToSave(typed, WEBHOOK)).toEqual({});
    expect(erasingToSave({ ...typed, on: true }, WEBHOOK)).toEqual({
      erases: { afterDays: 14, mostADay: 5 },
    });
  });

  it('sends what waits as what it was loaded with', () => {
    const from = '2026-03-03T08:00:00.000Z';
    const webhook: WebhookView = {
      ...WEBHOOK,
      erases: ERASES,
      erasesWaiting: [{ setting: 'webhookErasesAfter', before: 30, after: 7, from }],
    };
    expect(erasingToSave(typedErasing(webhook), webhook)).toEqual({
      erases: ERASES,
      was: { afterDays: 7, mostADay: 10 },
      waited: true,
    });
  });

  it('sends what it was loaded with, also to switch it off', () => {
    const webhook = { ...WEBHOOK, erases: ERASES };
    const typed = typedErasing(webhook);
    expect(erasingToSave(typed, webhook)).toEqual({ erases: ERASES, was: ERASES });
    expect(erasingDifferences(typed, webhook)).toEqual([]);
    expect(erasingToSave({ ...typed, on: false }, webhook)).toEqual({ was: ERASES });
    expect(said(erasingDifferences({ ...typed, on: false }, webhook))).toEqual([
      'The webhook’s announcements lead to deletion: after 30 days → never',
      'People whose data is deleted after an announcement on one day: 10 people → nobody',
    ]);
  });

  it('asks about all that it changes where that deletes more, and about nothing that the app refuses', () => {
    const webhook = { ...WEBHOOK, erases: ERASES };
    const typed = typedErasing(webhook);
    const sooner = { ...typed, days: '7', most: '5' };
    expect(erasingToConfirm(sooner, webhook)).toEqual(erasingDifferences(sooner, webhook));
    expect(erasingToConfirm(sooner, webhook)).toHaveLength(2);
    expect(erasingToConfirm({ ...typed, most: '5' }, webhook)).toEqual([]);
    expect(erasingToConfirm({ ...typed, days: '1' }, webhook)).toEqual([]);
  });
});
