import type { SettingChange, WaitingSetting } from '../../../src/contract';

/** Whether a change erases what would have stayed, or sooner; then the app lets it wait. 0 days after a removal is never. */
export function erasesMore({ setting, before = 0, after = 0, is }: SettingChange): boolean {
  if (setting === 'selfErasure') return is === 'at-once';
  if (setting === 'removedDays') return after !== 0 && (before === 0 || after < before);
  return setting === 'retentionDays' && after < before;
}

/** Changes of the form that erase more and do not wait already. */
export const newlyErasing = (
  changes: readonly SettingChange[],
  waiting: readonly WaitingSetting[],
): SettingChange[] =>
  changes
    .filter(erasesMore)
    .filter(
      ({ setting, dataSet, after, is }) =>
        !waiting.some(
          (one) => one.setting === setting && one.dataSet === dataSet && one.after === after && one.is === is,
        ),
    );
