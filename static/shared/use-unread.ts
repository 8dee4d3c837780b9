import { useState, type FocusEvent, type FormEvent } from 'react';

/**
 * Watches a field for what the browser cannot read, such as a date without its year: the browser gives '' for it, as
 * for an empty field. It is said when the field is left, or keeps its form from being sent.
 * @param value what the field gives
 * @param words what to do, said beside the field
 */
export function useUnread(value: string, words = 'Give the whole date: day, month and year.') {
  const [isUnread, setUnread] = useState(false);
  const look = ({ currentTarget }: FocusEvent<HTMLInputElement> | FormEvent<HTMLInputElement>) =>
    setUnread(currentTarget.validity.badInput);
  const onInvalid = (event: FormEvent<HTMLInputElement>) => {
    // Said beside the field, and not in a bubble of the browser's.
    event.preventDefault();
    look(event);
    const field = event.currentTarget;
    if (field.form?.querySelector('input:invalid') === field) field.focus();
  };
  return { unread: isUnread && value === '' ? words : undefined, watch: { onBlur: look, onInvalid } };
}
