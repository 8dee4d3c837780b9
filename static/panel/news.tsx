import type { ReactNode } from 'react';
import type { PanelView } from '../../src/contract';
import { formatDay, formatInstantDay } from '../shared/dates';
import { MyDataLink } from '../shared/page-links';
import { useViewer } from '../shared/viewer';
import { rich } from '../shared/words/words';

/** What is new on My data, each in a line that leads there. */
export function News({ panel: { notice, news } }: { panel: PanelView }) {
  const viewer = useViewer();
  const { answeredAt, extendedAt, seenOn } = news;
  return (
    <>
      {answeredAt !== undefined && (
        <p className="small news-line">
          {rich('panel.request-answered', { day: formatInstantDay(answeredAt, viewer), link: toRequests })}
        </p>
      )}
      {extendedAt !== undefined && (
        <p className="small news-line">
          {rich('panel.request-extended', { day: formatInstantDay(extendedAt, viewer), link: toRequests })}
        </p>
      )}
      {seenOn !== undefined && (
        <p className="small news-line">
          {rich('panel.looked-at', { day: formatDay(seenOn, viewer), link: toOverview })}
        </p>
      )}
      {!notice.acknowledged && notice.readAt !== undefined && (
        <p className="small news-line">
          {changedWords(notice.changed, formatInstantDay(notice.readAt, viewer))}
        </p>
      )}
    </>
  );
}

const toRequests = (words: ReactNode) => <MyDataLink tab="requests">{words}</MyDataLink>;
const toOverview = (words: ReactNode) => <MyDataLink>{words}</MyDataLink>;
const toNotice = (words: ReactNode) => <MyDataLink tab="notice">{words}</MyDataLink>;

/** Where it is not known how many parts are others, it says only that some are. */
function changedWords(count: number | undefined, day: string): ReactNode {
  return count
    ? rich('panel.notice-parts-changed', { count, day, link: toNotice })
    : rich('panel.notice-changed', { day, link: toNotice });
}
