import { call } from '../../shared/call';
import { FailureMessage } from '../../shared/failure-message';
import { NoticeView } from '../../shared/notice/notice-view';
import { useLoaded } from '../../shared/use-loaded';
import { Loading } from '../loading';

const loadNotice = () => call('getNotice', {});

/** The notice exactly as people read it on My data. */
export default function NoticeTab() {
  const { value, failure, reload } = useLoaded(loadNotice);
  return (
    <>
      {failure && <FailureMessage failure={failure} onRetry={reload} />}
      {!value && !failure && <Loading what="the notice" />}
      {value && <NoticeView notice={value} />}
    </>
  );
}
