import { showFlag } from '@forge/bridge';

/**
 * Says in a flag of Jira, at the bottom left, what was done. It stays until somebody closes it, also when they go on to
 * another tab of the page.
 * @param id of what it was done to: what is done to the same next takes the place of the flag
 */
export function sayDone(id: string, words: string): void {
  showFlag({ id, type: 'success', title: words, isAutoDismiss: false });
}

/** The same for what the page says as well, where it was done: it goes by itself, and the page's words are no live region. */
export function sayBriefly(id: string, words: string): void {
  showFlag({ id, type: 'success', title: words, isAutoDismiss: true });
}
