import type { SettingChange } from '../data-sets/audit';
import { MOST_RESTRICTED_A_DAY, type Webhook } from '../data-sets/webhook';

/** What the webhook's word may do, by the names of the settings; missing where it may not. */
const valuesOf = ({
  mostRestrictedADay = MOST_RESTRICTED_A_DAY.standard,
  erasesAfterDays,
  mostErasedADay,
}: Webhook): ReadonlyArray<readonly [SettingChange['setting'], number | undefined]> => [
  ['webhookRestricts', mostRestrictedADay],
  ['webhookErasesAfter', erasesAfterDays],
  ['webhookErasesMost', mostErasedADay],
];

/** Which of them changed, from what to what. */
export function changesBetween(earlier: Webhook, later: Webhook): SettingChange[] {
  const now = new Map(valuesOf(later));
  return valuesOf(earlier).flatMap(([setting, before]) => {
    const after = now.get(setting);
    if (before === after) return [];
    return [{ setting, ...(before !== undefined && { before }), ...(after !== undefined && { after }) }];
  });
}
