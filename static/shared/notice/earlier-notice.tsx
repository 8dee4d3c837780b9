import Button from '@atlaskit/button/new';
import { useCallback } from 'react';
import type { NoticePeriod } from '../../../src/contract';
import { call } from '../call';
import { formatInstant } from '../dates';
import { FailureMessage } from '../failure-message';
import { Loading } from '../loading';
import { useFocusOn } from '../use-focus-on';
import { useLoaded } from '../use-loaded';
import { useViewer } from '../viewer';
import { languageName, noticeLanguage, t } from '../words/words';
import { NoticeView } from './notice-view';

interface EarlierNoticeProps {
  period: NoticePeriod;
  onClose: () => void;
}

/** What the notice said before, in the place of the one in force. */
export function EarlierNotice({ period, onClose }: EarlierNoticeProps) {
  const { version, from, until } = period;
  const viewer = useViewer();
  const load = useCallback(() => call('getNoticeVersion', { version }), [version]);
  const { value, failure, reload } = useLoaded(load);
  const heading = useFocusOn<HTMLHeadingElement>(period);
  const [begin, end] = [formatInstant(from, viewer), formatInstant(until ?? from, viewer)];
  return (
    <div className="stack">
      <div className="stack-tight">
        <h2 className="title-medium" tabIndex={-1} ref={heading}>
          {t('notice.view-title-earlier')}
        </h2>
        <p>{t('notice.view-was-in-force', { from: begin, until: end })}</p>
        <div>
          <Button onClick={onClose}>{t('notice.view-back')}</Button>
        </div>
      </div>
      {failure && <FailureMessage failure={failure} onRetry={reload} />}
      {!value && !failure && <Loading words={t('notice.view-loading-earlier')} lines={8} />}
      {value && value.language !== noticeLanguage() && (
        <p>{t('notice.view-only-in', { language: languageName(value.language) })}</p>
      )}
      {value && <NoticeView notice={value} />}
    </div>
  );
}
