import type { SettingChange, WaitingSetting } from '../../../src/contract';
import { erasesMore } from '../../../src/privacy/settings/erases-more';

/** The changes of a form that erase more and do not wait already: the app will have them wait. */
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
