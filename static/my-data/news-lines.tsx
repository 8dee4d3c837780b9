import type { ReactNode } from 'react';
import type { Overview } from '../../src/contract';
import { formatDay, formatInstantDay } from '../shared/dates';
import { useViewer } from '../shared/viewer';

interface NewsLinesProps {
  overview: Overview;
  toNotice: () => void;
  toRequests: () => void;
  toAccesses: () => void;
}

/** What is new to the person, each in a line that leads there; nothing where nothing is. */
export function NewsLines({ overview, toNotice, toRequests, toAccesses }: NewsLinesProps) {
  const viewer = useViewer();
  const { answeredAt, seenOn } = overview.news;
  const notice = noticeWords(overview, (at) => formatInstantDay(at, viewer));
  if (notice === undefined && answeredAt === undefined && seenOn === undefined) return null;
  return (
    <ul className="news" aria-label="News">
      {answeredAt !== undefined && (
        <NewsLine words="See the answer" onFollow={toRequests}>
          An administrator answered a request of yours on {formatInstantDay(answeredAt, viewer)}.
        </NewsLine>
      )}
      {seenOn !== undefined && (
        <NewsLine
          words="See what and why"
          onFollow={() => {
            toAccesses();
            // The tab has its content when the page is drawn again.
            setTimeout(() => document.getElementById('accesses-title')?.focus());
          }}
        >
          An administrator looked at or changed your data on {formatDay(seenOn, viewer)}.
        </NewsLine>
      )}
      {notice !== undefined && (
        <NewsLine words="Read the privacy notice" onFollow={toNotice}>
          {notice}
        </NewsLine>
      )}
    </ul>
  );
}

function noticeWords({ dataSets, notice }: Overview, dayOf: (at: string) => string): string | undefined {
  if (dataSets.length === 0 || notice.acknowledgedVersion === notice.version) return undefined;
  return notice.acknowledgedAt === undefined
    ? 'You have not said yet that you have read the privacy notice.'
    : `The privacy notice has changed since you read it on ${dayOf(notice.acknowledgedAt)}.`;
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
