import type { PanelView } from '../../src/contract';
import { formatInstantDay } from '../shared/dates';
import { MyDataLink } from '../shared/page-links';
import { useViewer } from '../shared/viewer';

/** What is new on My data, as far as the panel knows it without reading more. */
export function News({ panel: { notice, answeredAt } }: { panel: PanelView }) {
  const viewer = useViewer();
  return (
    <>
      {answeredAt !== undefined && (
        <p className="small news-line">
          An administrator answered a request of yours on {formatInstantDay(answeredAt, viewer)}.{' '}
          <MyDataLink>See the answer</MyDataLink>
        </p>
      )}
      {!notice.acknowledged && notice.readAt !== undefined && (
        <p className="small news-line">
          The privacy notice has changed since you read it on {formatInstantDay(notice.readAt, viewer)}.{' '}
          <MyDataLink>Read it</MyDataLink>
        </p>
      )}
    </>
  );
}
