import type { ReactNode } from 'react';
import type { Overview } from '../../src/contract';
import { formatDay, formatInstantDay } from '../shared/dates';
import { changedWords } from './changed-words';
import { useViewer } from '../shared/viewer';
import { t } from '../shared/words/words';

interface NewsLinesProps {
  overview: Overview;
  toNotice: () => void;
  toRequests: () => void;
  toAccesses: () => void;
}

/** What is new to the person, each in a line that leads there; nothing where nothing is. */
export function NewsLines({ overview, toNotice, toRequests, toAccesses }: NewsLinesProps) {
  const viewer = useViewer();
  const { answeredAt, extendedAt, seenOn } = overview.news;
  const notice = noticeWords(overview, (at) => formatInstantDay(at, viewer));
  if ([notice, answeredAt, extendedAt, seenOn].every((news) => news === undefined)) return null;
  return (
    <ul className="news" aria-label={t('my-data.news')}>
      {answeredAt !== undefined && (
        <NewsLine words={t('my-data.see-answer')} onFollow={toRequests}>
          {t('my-data.answered', { day: formatInstantDay(answeredAt, viewer) })}
        </NewsLine>
      )}
      {extendedAt !== undefined && (
        <NewsLine words={t('my-data.see-why')} onFollow={toRequests}>
          {t('my-data.extended', { day: formatInstantDay(extendedAt, viewer) })}
        </NewsLine>
      )}
      {seenOn !== undefined && (
        <NewsLine
          words={t('my-data.see-what')}
          onFollow={() => {
            toAccesses();
            // The tab has its content when the page is drawn again.
            setTimeout(() => document.getElementById('accesses-title')?.focus());
          }}
        >
          {t('my-data.looked-at', { day: formatDay(seenOn, viewer) })}
        </NewsLine>
      )}
      {notice !== undefined && (
        <NewsLine words={t('my-data.read-notice')} onFollow={toNotice}>
          {notice}
        </NewsLine>
      )}
    </ul>
  );
}

function noticeWords({ dataSets, notice }: Overview, dayOf: (at: string) => string): string | undefined {
  if (dataSets.length === 0 || notice.acknowledgedVersion === notice.version) return undefined;
  return notice.acknowledgedAt === undefined
    ? t('my-data.not-read')
    : changedWords(notice.changes?.length, dayOf(notice.acknowledgedAt));
}

interface NewsLineProps {
  children: ReactNode;
  /** What leads there. */
  words: string;
  onFollow: () => void;
}

const NewsLine = ({ children, words, onFollow }: NewsLineProps) => (
  <li className="news-line">
    <span>{children}</span>
    <button type="button" className="news-link" onClick={onFollow}>
      {words}
    </button>
  </li>
);
