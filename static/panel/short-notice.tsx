import type { PanelView } from '../../src/contract';
import { MyDataLink } from '../shared/page-links';

/** The notice in a line, with the way to everything else, whatever was read of it. */
export function NoticeLine() {
  return (
    <p className="small notice-line">
      This app keeps the time you log under your Atlassian account ID.{' '}
      <MyDataLink>Your data and rights</MyDataLink>
    </p>
  );
}

/** The first layer of the privacy notice, folded. */
export function ShortNotice({ notice }: { notice: PanelView['notice'] }) {
  return (
    <details className="folded-notice">
      <summary>What this app keeps about you</summary>
      <p>{notice.summary}</p>
      <ul className="points">
        {notice.points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
      <MyDataLink>Read the full notice</MyDataLink>
    </details>
  );
}
