import type { SettingChange } from '../../contract';

/** Whether a change erases more, sooner, or for more people. Zero days of waiting mean that nothing is erased. */
export function erasesMore({ setting, before = 0, after = 0, is }: SettingChange): boolean {
  if (setting === 'selfErasure') return is === 'at-once';
  if (setting === 'keepTotals') return is === 'no';
  if (setting === 'removedDays' || setting === 'webhookErasesAfter')
    return after !== 0 && (before === 0 || after < before);
  if (setting === 'webhookErasesMost') return after > before;
  return setting === 'retentionDays' && after < before;
}
