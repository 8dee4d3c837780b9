import { useState, type FocusEvent, type FormEvent } from 'react';
import { t } from './words/words';

/**
 * Watches a field for what the browser cannot read, such as a date without its year: the browser gives '' for it, as for
 * an empty field. The words appear when somebody leaves the field, or when it keeps its form from being sent. A required
 * date that is missing counts the same. Of a date that is out of its limits the browser itself says so.
 * @param value what the field gives
 * @param words what to do, said beside the field
 */
export function useUnread(value: string, words = t('common.whole-date')) {
  const [isUnread, setUnread] = useState(false);
  const look = ({ currentTarget }: FocusEvent<HTMLInputElement> | FormEvent<HTMLInputElement>) =>
    setUnread(isUnreadable(currentTarget.validity));
  const onInvalid = (event: FormEvent<HTMLInputElement>) => {
    if (!isUnreadable(event.currentTarget.validity)) return;
    // Said beside the field, and not in a bubble of the browser's.
    event.preventDefault();
    look(event);
    const field = event.currentTarget;
    if (field.form?.querySelector('input:invalid') === field) field.focus();
  };
  return { unread: isUnread && value === '' ? words : undefined, watch: { onBlur: look, onInvalid } };
}

const isUnreadable = ({ badInput, valueMissing }: ValidityState): boolean => badInput || valueMissing;
