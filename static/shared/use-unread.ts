import { useState, type FocusEvent, type FormEvent } from 'react';
import { t } from './words/words';

/**
 * Watches a field for what the browser cannot read, such as a date without its year: the browser gives '' for it, as for
 * an empty field. The words appear once somebody has left the field, or when it keeps its form from being sent. A required
 * date that is missing counts the same. Of a date that is out of its limits the browser itself says so.
 * @param value what the field gives
 * @param words what to do, said beside the field
 */
export function useUnread(value: string, words = t('common.whole-date')) {
  const [isUnread, setUnread] = useState(false);
  const look = ({ validity }: HTMLInputElement) => setUnread(isUnreadable(validity));
  const onBlur = ({ currentTarget }: FocusEvent<HTMLInputElement>) => onceReleased(() => look(currentTarget));
  const onInvalid = (event: FormEvent<HTMLInputElement>) => {
    if (!isUnreadable(event.currentTarget.validity)) return;
    // Said beside the field, and not in a bubble of the browser's.
    event.preventDefault();
    const field = event.currentTarget;
    look(field);
    if (field.form?.querySelector('input:invalid') === field) field.focus();
  };
  return { unread: isUnread && value === '' ? words : undefined, watch: { onBlur, onInvalid } };
}

const isUnreadable = ({ badInput, valueMissing }: ValidityState): boolean => badInput || valueMissing;

/**
 * Does it once the key or the pointer by which a field was left is up. Words that came or went before would move a button
 * that is being pressed away from under the pointer, so that the press did nothing.
 */
function onceReleased(act: () => void): void {
  const released = new AbortController();
  const release = () => {
    released.abort();
    // The click comes after it.
    setTimeout(act);
  };
  for (const type of ['mouseup', 'keyup']) addEventListener(type, release, { signal: released.signal });
}
