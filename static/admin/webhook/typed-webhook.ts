import type { SettingChange, WebhookView, WordErases } from '../../../src/contract';
import { newlyErasing } from '../settings/newly-erasing';
import { wholeNumber } from '../settings/whole-number';

/** What stands in the form that lets the webhook's announcements erase. */
export interface TypedErasing {
  on: boolean;
  days: string;
  most: string;
}

/** From the announcement to the erasure. */
export const [LEAST_DAYS, MOST_DAYS] = [7, 365];
/** On one day. */
export const MOST_PEOPLE = 100;

/** Proposed where nobody has chosen yet. */
const PROPOSED: WordErases = { afterDays: 14, mostADay: 5 };

/** The fields as they show what is saved, or what the app proposes. */
export function typedErasing({ erases }: WebhookView): TypedErasing {
  const { afterDays, mostADay } = erases ?? PROPOSED;
  return { on: erases !== undefined, days: String(afterDays), most: String(mostADay) };
}

/** The limit as its field shows it. */
export const typedLimit = ({ restricting }: WebhookView): string => String(restricting.mostADay);

const erasesIn = ({ on, days, most }: TypedErasing): WordErases | undefined =>
  on ? { afterDays: wholeNumber(days), mostADay: wholeNumber(most) } : undefined;

/** What was saved last: what waits, where something does, and otherwise what is in force. */
function lastSaved({ erases, erasesWaiting }: WebhookView): WordErases | undefined {
  const waiting = (wanted: SettingChange['setting']) =>
    erasesWaiting.find(({ setting }) => setting === wanted)?.after;
  const afterDays = waiting('webhookErasesAfter') ?? erases?.afterDays;
  const mostADay = waiting('webhookErasesMost') ?? erases?.mostADay;
  return afterDays === undefined || mostADay === undefined ? undefined : { afterDays, mostADay };
}

/** Whether the app can take the numbers of the form: it says what is wrong with others. */
function isErasingWithinLimits(typed: TypedErasing): boolean {
  const { afterDays, mostADay } = erasesIn(typed) ?? PROPOSED;
  return afterDays >= LEAST_DAYS && afterDays <= MOST_DAYS && mostADay >= 1 && mostADay <= MOST_PEOPLE;
}

/** What is sent, with what was looked at. */
export function erasingToSave(typed: TypedErasing, loaded: WebhookView) {
  const erases = erasesIn(typed);
  const was = lastSaved(loaded);
  const waited = loaded.erasesWaiting.length > 0;
  return { ...(erases && { erases }), ...(was && { was }), ...(waited && { waited }) };
}

/** The limit to save, with the saved one that it replaces, so that nothing is overwritten unseen. */
export const limitToSave = (typed: string, { restricting }: WebhookView) => ({
  mostADay: wholeNumber(typed),
  was: restricting.mostADay,
});

/** Where a form differs from what is saved: from the saved value to the form's. */
export const limitDifferences = (typed: string, { restricting }: WebhookView): SettingChange[] =>
  differing([['webhookRestricts', restricting.mostADay, wholeNumber(typed)]]);

/** Where the form differs from what is saved, from the saved value to the form's. */
export function erasingDifferences(typed: TypedErasing, { erases }: WebhookView): SettingChange[] {
  const wanted = erasesIn(typed);
  return differing([
    ['webhookErasesAfter', erases?.afterDays, wanted?.afterDays],
    ['webhookErasesMost', erases?.mostADay, wanted?.mostADay],
  ]);
}

/** The changes to confirm: all of them, because they wait together; none while the app would refuse the numbers. */
export function erasingToConfirm(typed: TypedErasing, saved: WebhookView): SettingChange[] {
  const changes = erasingDifferences(typed, saved);
  const asks = newlyErasing(changes, saved.erasesWaiting).length > 0 && isErasingWithinLimits(typed);
  return asks ? changes : [];
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
