import type { NoticePeriod, NoticeReaders } from '../../../src/contract';
import { call } from '../../shared/call';
import { EarlierNotice } from '../../shared/notice/earlier-notice';
import { NoticeVersions } from '../../shared/notice/notice-versions';
import { NoticeView } from '../../shared/notice/notice-view';
import { useEarlierNotice } from '../../shared/notice/use-earlier-notice';
import { useLoaded } from '../../shared/use-loaded';
import { CountedAt } from '../counted-at';
import { LoadState } from '../load-state';
import { t } from '../../shared/words/words';

const loadNotice = () => call('getNotice', {});
const loadReaders = () => call('getNoticeReaders', {});

/** The notice exactly as people read it on My data, what it said before, and how many have read which version. */
export default function NoticeTab() {
  const { earlier, returned, show, close } = useEarlierNotice();
  if (earlier) return <EarlierNotice period={earlier} onClose={close} />;
  return <NoticeInForce returned={returned} onShow={show} />;
}

interface NoticeInForceProps {
  returned: NoticePeriod | undefined;
  onShow: (period: NoticePeriod) => void;
}

function NoticeInForce({ returned, onShow }: NoticeInForceProps) {
  const loaded = useLoaded(loadNotice);
  const readers = useLoaded(loadReaders);
  return (
    <div className="stack">
      <LoadState loaded={loaded} words={t('my-data.loading-notice')} />
      {loaded.value && <NoticeView notice={loaded.value} />}
      <LoadState loaded={readers} words={t('admin.notice-versions-loading')} />
      {readers.value && (
        <div className="stack-tight">
          <NoticeVersions versions={readers.value.versions} returned={returned} onShow={onShow} />
          <Readers readers={readers.value} />
        </div>
      )}
    </div>
  );
}

/** People of whom no version in the list is known. */
function Readers({ readers: { unread, others, countedAt } }: { readers: NoticeReaders }) {
  if (unread === undefined || others === undefined)
    return <p className="small quiet">{t('admin.readers-counting')}</p>;
  return (
    <>
      <p>
        {t('admin.readers', { count: unread })}
        {others > 0 && ` ${t('admin.readers-elsewhere', { count: others })}`}
      </p>
      <CountedAt at={countedAt} />
    </>
  );
}
