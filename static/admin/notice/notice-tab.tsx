import { call } from '../../shared/call';
import { NoticeView } from '../../shared/notice/notice-view';
import { useLoaded } from '../../shared/use-loaded';
import { LoadState } from '../load-state';

const loadNotice = () => call('getNotice', {});

/** The notice exactly as people read it on My data. */
export default function NoticeTab() {
  const loaded = useLoaded(loadNotice);
  return (
    <>
      <LoadState loaded={loaded} what="the notice" />
      {loaded.value && <NoticeView notice={loaded.value} />}
    </>
  );
}
