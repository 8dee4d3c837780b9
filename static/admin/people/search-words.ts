import { t } from '../../shared/words/words';
import type { Search } from './search-people';

/** Whether data is kept under exactly the account ID that was typed, as the app said. */
export type AccountAnswer = 'asking' | 'kept' | 'nothing' | 'no-answer';

/** The sentences that hold of what was looked at. */
export function outcomeWords(
  { people: { length: found }, looked, nameless }: Search,
  account: AccountAnswer | undefined,
): string[] {
  return [
    found > 0 ? t('people.found', { found, looked }) : t('people.not-found', { looked }),
    ...(nameless > 0 ? [t('people.nameless', { count: nameless })] : []),
    ...(account === undefined || account === 'kept' ? [] : [t(`people.account-${account}`)]),
  ];
}
