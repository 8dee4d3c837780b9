import { useEffect, useState } from 'react';
import type * as forms from './forms';

type Forms = typeof forms;

/** What the browser has: a cell that opens later shows its field at once, so that no key is lost that is typed on. */
const fetched: { forms?: Forms } = {};

/** What one fills in on this page, once the browser has it; `failed` where it could not be fetched. */
export function useForms(): Forms | 'failed' | undefined {
  const [there, setThere] = useState<Forms | 'failed' | undefined>(fetched.forms);
  useEffect(() => {
    if (there !== undefined) return;
    let current = true;
    const take = (came: Forms | 'failed') => {
      if (came !== 'failed') fetched.forms = came;
      if (current) setThere(came);
    };
    import('./forms').then(take, () => take('failed'));
    return () => {
      current = false;
    };
  }, [there]);
  return there;
}
