import type { NoticeChange } from '../../../src/contract';
import { wordOf } from '../word-of';
import type { Key } from '../words/words';

const changeWords = {
  changed: 'notice.view-changed',
  added: 'notice.view-added',
} as const satisfies Record<Exclude<NoticeChange['change'], 'removed'>, Key>;

interface NoticeMarkProps {
  changes: readonly NoticeChange[] | undefined;
  kind: NoticeChange['kind'];
  id: string;
}

/** Beside a part of the notice: that it is another since the person read it, if so. */
export function NoticeMark({ changes = [], kind, id }: NoticeMarkProps) {
  const found = changes.find((one) => one.kind === kind && one.id === id);
  if (!found || found.change === 'removed') return null;
  return <span className="notice-mark small">{wordOf(changeWords, found.change)}</span>;
}
