import type { SettingChange, WebhookView, WordErases } from '../../../src/contract';
import { wholeNumber } from '../settings/whole-number';

/** What stands in the form that lets the webhook's word erase. */
export interface TypedErasing {
  on: boolean;
  days: string;
  most: string;
}

/** Proposed where nobody has chosen yet. */
const PROPOSED: WordErases = { afterDays: 14, mostADay: 5 };

export function typedErasing({ erases }: WebhookView): TypedErasing {
  const { afterDays, mostADay } = erases ?? PROPOSED;
  return { on: erases !== undefined, days: String(afterDays), most: String(mostADay) };
}

export const typedLimit = ({ restricting }: WebhookView): string => String(restricting.mostADay);

const erasesIn = ({ on, days, most }: TypedErasing): WordErases | undefined =>
  on ? { afterDays: wholeNumber(days), mostADay: wholeNumber(most) } : undefined;

/** What is sent, with what was looked at. */
export function erasingToSave(typed: TypedErasing, { erases: was }: WebhookView) {
  const erases = erasesIn(typed);
  return { ...(erases && { erases }), ...(was && { was }) };
}

export const limitToSave = (typed: string, { restricting }: WebhookView) => ({
  mostADay: wholeNumber(typed),
  was: restricting.mostADay,
});

/** Where a form differs from what is saved: from the saved value to the form's. */
export const limitDifferences = (typed: string, { restricting }: WebhookView): SettingChange[] =>
  differing([['webhookRestricts', restricting.mostADay, wholeNumber(typed)]]);

export function erasingDifferences(typed: TypedErasing, { erases }: WebhookView): SettingChange[] {
  const wanted = erasesIn(typed);
  return differing([
    ['webhookErasesAfter', erases?.afterDays, wanted?.afterDays],
    ['webhookErasesMost', erases?.mostADay, wanted?.mostADay],
  ]);
}

type Pair = readonly [
  setting: SettingChange['setting'],
  before: number | undefined,
  after: number | undefined,
];

const differing = (pairs: readonly Pair[]): SettingChange[] =>
  pairs
    .filter(([, before, after]) => before !== after)
    .map(([setting, before, after]) => ({
      setting,
      ...(before !== undefined && { before }),
      ...(after !== undefined && { after }),
    }));
