import { useState } from 'react';
import type { AccessNote, AccessPage, Overview } from '../../../src/contract';
import { call } from '../../shared/call';
import { onceEach } from '../../shared/once-each';
import { useAction, type Action } from '../../shared/use-action';

interface Accesses extends Pick<Action, 'busy' | 'failure'> {
  notes: AccessNote[];
  /** Missing where all of it is here. */
  toEarlier: (() => void) | undefined;
}

/** Who looked at one's data: what came with the overview, and older pages when asked for. */
export function useAccesses({ accesses, earlierAccesses }: Overview): Accesses {
  const [earlier, setEarlier] = useState<AccessPage[]>([]);
  const { busy, failure, run } = useAction();
  const last = earlier.at(-1);
  const next = last ? last.next : earlierAccesses;
  const load = async (after: string) => {
    const page = await run(() => call('listAccesses', { after }));
    if (page) setEarlier([...earlier, page]);
  };
  return {
    // A day whose lines fill more than a page comes on both.
    notes: onceEach([...accesses, ...earlier.flatMap((page) => page.accesses)], (note) =>
      JSON.stringify(note),
    ),
    toEarlier: next === undefined ? undefined : () => void load(next),
    busy,
    failure,
  };
}
