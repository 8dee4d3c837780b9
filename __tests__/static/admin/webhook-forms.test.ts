import type { WebhookView } from '../../../src/contract';
import {
  erasingDifferences,
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
};
const ERASES = { afterDays: 30, mostADay: 10 };
const said = (changes: readonly SettingChange[]): string[] =>
  changes.map((change) => changeWords(change, new Map(), 'en'));

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

  it('sends what it was loaded with, also to switch it off', () => {
    const webhook = { ...WEBHOOK, erases: ERASES };
    const typed = typedErasing(webhook);
    expect(erasingToSave(typed, webhook)).toEqual({ erases: ERASES, was: ERASES });
    expect(erasingDifferences(typed, webhook)).toEqual([]);
    expect(erasingToSave({ ...typed, on: false }, webhook)).toEqual({ was: ERASES });
    expect(said(erasingDifferences({ ...typed, on: false }, webhook))).toEqual([
      'People are erased on the webhook’s word after: 30 days → no',
      'People erased on the webhook’s word on one day: 10 people → no',
    ]);
  });
});
