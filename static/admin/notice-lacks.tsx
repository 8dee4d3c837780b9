import type { ReactNode } from 'react';
import type { NoticeLack } from '../../src/contract';
import { Message } from '../shared/message';
import { wordOf } from '../shared/word-of';
import { t, type Key } from '../shared/words/words';

const words = {
  controller: 'admin.notice-controller',
  'legal-basis': 'admin.notice-legal-basis',
} as const satisfies Record<NoticeLack, Key>;

/** What the law wants the notice to say, and nobody has chosen in the settings. */
export function NoticeLacks({ lacks, way }: { lacks: readonly NoticeLack[]; way?: ReactNode }) {
  if (lacks.length === 0) return null;
  return (
    <Message tone="warning" title={t('admin.notice-title')} actions={way}>
      <p>{t('admin.notice-lacks')}</p>
      <ul className="points">
        {lacks.map((lack) => (
          <li key={lack}>{wordOf(words, lack)}</li>
        ))}
      </ul>
    </Message>
  );
}
