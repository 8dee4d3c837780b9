import type { PanelView } from '../../src/contract';
import { OneScreen } from '../shared/notice/one-screen';
import { MyDataLink } from '../shared/page-links';

interface OfNotice {
  notice: PanelView['notice'];
}

/** The first layer of the notice, always above the form, with the way to everything else. */
export function NoticeLine({ notice }: OfNotice) {
  return (
    <p className="small notice-line">
      {notice.line} <MyDataLink>Your data and rights</MyDataLink>
    </p>
  );
}

/** The second layer, folded. */
export function ShortNotice({ notice }: OfNotice) {
  return (
    <details className="folded-notice">
      <summary>Your data in this app</summary>
      <OneScreen screen={notice.screen} />
      <MyDataLink>Read the full notice</MyDataLink>
    </details>
  );
}
