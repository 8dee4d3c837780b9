import type { PanelView } from '../../src/contract';
import { OneScreen } from '../shared/notice/one-screen';
import { MyDataLink } from '../shared/page-links';
import { inLanguage, t } from '../shared/words/words';

interface OfNotice {
  notice: PanelView['notice'];
}

/** The first layer of the notice, always above the form, with the way to everything else. */
export function NoticeLine({ notice }: OfNotice) {
  return (
    <p className="small notice-line">
      <span {...inLanguage(notice.language)}>{notice.line}</span>{' '}
      <MyDataLink>{t('panel.your-data')}</MyDataLink>
    </p>
  );
}

/** The second layer, folded. */
export function ShortNotice({ notice }: OfNotice) {
  return (
    <details className="folded-notice">
      <summary>{t('panel.your-data-here')}</summary>
      <OneScreen screen={notice.screen} language={notice.language} />
      <MyDataLink tab="notice">{t('panel.full-notice')}</MyDataLink>
    </details>
  );
}
