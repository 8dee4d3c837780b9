import Button from '@atlaskit/button/new';
import { useCallback, useState } from 'react';
import type { Overview } from '../../src/contract';
import { call } from '../shared/call';
import { formatInstantDay } from '../shared/dates';
import { FailureMessage } from '../shared/failure-message';
import { Loading } from '../shared/loading';
import { NoticeView } from '../shared/notice/notice-view';
import { useAction } from '../shared/use-action';
import { useLoaded } from '../shared/use-loaded';
import { useViewer } from '../shared/viewer';

interface NoticeTabProps {
  overview: Overview;
  onAcknowledged: () => void;
}

/** The full notice, and whether the person has read this version of it. */
export function NoticeTab({ overview, onAcknowledged }: NoticeTabProps) {
  const load = useCallback(() => call('getNotice', {}), []);
  const { value, failure, reload } = useLoaded(load);
  if (failure) return <FailureMessage failure={failure} onRetry={reload} />;
  if (!value) return <Loading what="the notice" lines={8} />;
  return (
    <div className="stack">
      <NoticeView notice={value} />
      <Acknowledgement notice={overview.notice} version={value.version} onAcknowledged={onAcknowledged} />
    </div>
  );
}

interface AcknowledgementProps {
  notice: Overview['notice'];
  version: string;
  onAcknowledged: () => void;
}

function Acknowledgement({ notice, version, onAcknowledged }: AcknowledgementProps) {
  const viewer = useViewer();
  const { busy, failure, run } = useAction();
  const [nothingNoted, setNothingNoted] = useState(false);
  if (notice.acknowledgedVersion === version && notice.acknowledgedAt !== undefined) {
    return (
      <p role="status">
        You said on {formatInstantDay(notice.acknowledgedAt, viewer)} that you have read this.
      </p>
    );
  }
  const acknowledge = async () => {
    const answer = await run(() => call('acknowledgeNotice', { version }, failed));
    if (!answer) return;
    setNothingNoted(answer.acknowledgedAt === null);
    onAcknowledged();
  };
  if (nothingNoted) {
    return (
      <p role="status">
        Thank you. Nothing is kept about you yet, so this was not noted either. You will be asked again when
        you log time.
      </p>
    );
  }
  return (
    <div className="stack-tight">
      {failure && <FailureMessage failure={failure} />}
      <div>
        <Button appearance="primary" isLoading={busy} onClick={() => void acknowledge()}>
          I have read this
        </Button>
      </div>
    </div>
  );
}

const failed = 'We could not note this. You can go on using the app. Try again.';
