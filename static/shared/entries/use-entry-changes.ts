import { useLayoutEffect, useState, type RefObject } from 'react';
import type { CorrectEntryResult, ListedEntry, MyRequest } from '../../../src/contract';
import { askedWords, timeWords } from '../correction-words';
import { useFocusOn } from '../use-focus-on';
import { useViewer } from '../viewer';
import { t } from '../words/words';
import type { Removal } from './entry-source';
import { offerUndo } from './offer-undo';
import { liesAmong, noChanges, withOwnChanges, withPut, withRemoved, type OwnChanges } from './own-changes';
import type { EntryPages } from './use-entry-pages';
import type { Selection } from './use-selection';

export interface EntryChanges {
  /** The page's entries, with what was changed here. */
  entries: ListedEntry[];
  /** What was done last, in words; they take the focus, because the button that was pressed is gone. */
  said: string;
  saying: RefObject<HTMLDivElement>;
  forgetWords: () => void;
  onRemoved: (removal: Removal) => void;
  onCorrected: (result: CorrectEntryResult) => void;
  onAsked: (request: MyRequest) => void;
}

interface Said {
  words: string;
  changes: OwnChanges;
}

/** What is done to the entries of a page, and said, and can be undone. */
export function useEntryChanges(
  pages: EntryPages,
  selection: Selection,
  onChanged: (() => void) | undefined,
): EntryChanges {
  const viewer = useViewer();
  const [{ words, changes }, setSaid] = useState<Said>({ words: '', changes: noChanges });
  const saying = useFocusOn<HTMLDivElement>(changes === noChanges ? undefined : changes);
  const listed = pages.value?.entries ?? [];
  const entries = withOwnChanges(listed, changes, (entry) => liesAmong(listed, entry), pages.order);

  const { toPrevious } = pages;
  const nothingLeft = entries.length === 0 && !pages.busy && pages.failure === undefined;
  useLayoutEffect(() => {
    if (nothingLeft) toPrevious?.();
  }, [nothingLeft, toPrevious]);

  const change = (said: string, after: (before: OwnChanges) => OwnChanges) => {
    setSaid((before) => ({ words: said, changes: after(before.changes) }));
    pages.reload();
    onChanged?.();
  };
  const offer = (said: string, undo: string | undefined) => {
    if (undo === undefined) return;
    offerUndo(said, undo, (back) => change(t('common.undone'), (before) => withPut(before, back)));
  };
  return {
    entries,
    said: words,
    saying,
    forgetWords: () => setSaid((before) => ({ ...before, words: '' })),
    onRemoved: (removal) => {
      const gone = new Set(removal.removed);
      selection.keepOnly(new Set([...selection.entries.keys()].filter((id) => !gone.has(id))));
      const said = removal.removed.length === 0 ? '' : removalWords(removal);
      change(said, (before) => withRemoved(before, removal.removed));
      offer(said, removal.undo);
    },
    onCorrected: ({ entry, undo }) => {
      selection.set([entry], false);
      const said = t('entries.corrected', { entry: timeWords(entry, viewer) });
      change(said, (before) => withPut(before, [entry]));
      offer(said, undo);
    },
    onAsked: (request) => change(askedWords(request, viewer), (before) => ({ ...before })),
  };
}

function removalWords({ removed, deleted }: Removal): string {
  const before = removed.length - deleted;
  const words = t('entries.count-deleted', { count: deleted });
  return before > 0 ? `${words} ${t('entries.deleted-before', { count: before })}` : words;
}
