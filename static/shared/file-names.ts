import type { AccountId, Day } from '../../src/contract';
import { dayOf } from './dates';
import { t } from './words/words';

/** So many characters of an account ID tell people apart, and say less than the whole. */
const END_OF_ID = 6;

type OfPerson = 'data' | 'data-part' | 'receipt' | 'receipt-code';

/** `my-data-2026-11-23`, and of somebody else `data-of-0a1b2c-2026-11-23`: whose it is, and the viewer's day. */
export function nameOfPersons(what: OfPerson, of: AccountId | undefined, day: Day): string {
  if (of === undefined) return t(`export.file-${what}`, { day });
  const end = of.replace(/[^A-Za-z0-9]/g, '').slice(-END_OF_ID);
  return t(`export.file-${what}-of`, { end, day });
}

/** Today, where the viewer is. */
export const todayIn = (timeZone: string): Day => dayOf(new Date(), timeZone);
