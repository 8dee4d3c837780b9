import { wordOf } from '../../shared/word-of';
import { countOf } from '../../shared/count-words';
import type { Search } from './search-people';

/** Whether data is kept under exactly the account ID that was typed, as the app said. */
export type AccountAnswer = 'asking' | 'kept' | 'nothing' | 'no-answer';

/** The sentences that hold of what was looked at. */
export function outcomeWords(
  { people, looked, nameless }: Search,
  account: AccountAnswer | undefined,
  locale: string,
): string[] {
  const of = countOf(looked, 'person', 'people', locale);
  const found =
    people.length > 0
      ? `Found ${people.length.toLocaleString(locale)} of ${of} with data.`
      : `Not found among ${of} with data.`;
  const without = `Jira has no name of ${countOf(nameless, 'person', 'people', locale)}: search for these by account ID.`;
  return [
    found,
    ...(nameless > 0 ? [without] : []),
    ...(account === undefined || account === 'kept' ? [] : [wordOf(accountWords, account)]),
  ];
}

const accountWords: Record<Exclude<AccountAnswer, 'kept'>, string> = {
  asking: 'Looking for it as an account ID…',
  nothing: 'It may be an account ID, too: nothing is kept under that one.',
  'no-answer': 'It may be an account ID, too. The app did not answer whether anything is kept under it.',
};
