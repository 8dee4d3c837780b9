import Button from '@atlaskit/button/new';
import { useCallback, useState, type ReactNode } from 'react';
import type { Notice, NoticeLanguage, NoticePeriod, Overview, UserFunctions } from '../../src/contract';
import { call } from '../shared/call';
import { formatInstantDay } from '../shared/dates';
import { FailureMessage } from '../shared/failure-message';
import { Loading } from '../shared/loading';
import { EarlierNotice } from '../shared/notice/earlier-notice';
import { NoticeVersions } from '../shared/notice/notice-versions';
import { NoticeView } from '../shared/notice/notice-view';
import { useEarlierNotice } from '../shared/notice/use-earlier-notice';
import { useAction } from '../shared/use-action';
import { useFocusOn } from '../shared/use-focus-on';
import { useLoaded } from '../shared/use-loaded';
import { useViewer } from '../shared/viewer';
import { languageName, t } from '../shared/words/words';
import { NoticeChanges } from './notice-changes';

interface NoticeTabProps {
  overview: Overview;
  onAcknowledged: () => void;
}

/** The full notice, what changed in it since the person read it, and what it said before. */
export function NoticeTab(props: NoticeTabProps) {
  const { earlier, returned, show, close } = useEarlierNotice();
  if (earlier) return <EarlierNotice period={earlier} onClose={close} />;
  return <NoticeInForce {...props} returned={returned} onShow={show} />;
}

const loadNotice = () => call('getNotice', {});

interface NoticeInForceProps extends NoticeTabProps {
  returned: NoticePeriod | undefined;
  onShow: (period: NoticePeriod) => void;
}

function NoticeInForce({ overview, onAcknowledged, ...versions }: NoticeInForceProps) {
  const { notice } = overview;
  const { value, failure, reload } = useLoaded(loadNotice);
  if (failure) return <FailureMessage failure={failure} onRetry={reload} />;
  if (!value) return <Loading words={t('my-data.loading-notice')} lines={8} />;
  // The overview may be older than the notice: then its changes are of another text.
  const changes = notice.version === value.version ? notice.changes : undefined;
  return (
    <div className="stack">
      <NoticeChanges notice={notice} />
      <NoticeView notice={value} changes={changes} />
      <Acknowledgement notice={notice} read={value} onAcknowledged={onAcknowledged} />
      <Versions read={notice.acknowledgedVersion} {...versions} />
    </div>
  );
}

interface VersionsProps extends Pick<NoticeInForceProps, 'returned' | 'onShow'> {
  read: string | undefined;
}

function Versions(props: VersionsProps) {
  const load = useCallback(() => call('listNoticeVersions', {}), []);
  const { value, failure, reload } = useLoaded(load);
  if (failure) return <FailureMessage failure={failure} onRetry={reload} />;
  return value ? <NoticeVersions versions={value.versions} {...props} /> : null;
}

type Acknowledged = UserFunctions['acknowledgeNotice']['gives'];

interface AcknowledgementProps {
  notice: Overview['notice'];
  /** What they have before them. */
  read: Pick<Notice, 'version' | 'language'>;
  onAcknowledged: () => void;
}

function Acknowledgement({ notice, read: { version, language }, onAcknowledged }: AcknowledgementProps) {
  const viewer = useViewer();
  const { busy, failure, run } = useAction();
  const [answered, setAnswered] = useState<Acknowledged>();
  if (notice.acknowledgedVersion === version && notice.acknowledgedAt !== undefined) {
    return (
      <Noted news={answered}>
        {acknowledgedWords(formatInstantDay(notice.acknowledgedAt, viewer), notice.acknowledgedLanguage)}
      </Noted>
    );
  }
  const acknowledge = async () => {
    const answer = await run(() =>
      call('acknowledgeNotice', { version, language }, t('my-data.not-acknowledged')),
    );
    if (!answer) return;
    setAnswered(answer);
    onAcknowledged();
  };
  if (answered?.acknowledgedAt === null) {
    return <Noted news={answered}>{t('my-data.not-recorded')}</Noted>;
  }
  return (
    <div className="stack-tight">
      {failure && <FailureMessage failure={failure} />}
      <div>
        <Button appearance="primary" isLoading={busy} onClick={() => void acknowledge()}>
          {t('my-data.have-read')}
        </Button>
      </div>
    </div>
  );
}

const acknowledgedWords = (day: string, language: NoticeLanguage | undefined): string =>
  language === undefined
    ? t('my-data.acknowledged', { day })
    : t('my-data.acknowledged-in', { day, language: languageName(language) });

/** In the place of the button, which had the focus. */
function Noted({ news, children }: { news: object | undefined; children: ReactNode }) {
  const words = useFocusOn<HTMLParagraphElement>(news);
  return (
    <p role="status" tabIndex={-1} ref={words}>
      {children}
    </p>
  );
}
