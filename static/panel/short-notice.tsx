import type { PanelView } from '../../src/contract';
import { call } from '../shared/call';
import { FailureMessage } from '../shared/failure-message';
import { useAction } from '../shared/use-action';
import { MyDataLink } from '../shared/my-data-link';

const title = 'What this app keeps about you';

interface ShortNoticeProps {
  notice: PanelView['notice'];
  /** Without it the notice has been acknowledged and stays folded. */
  onAcknowledged?: () => void;
  say?: (text: string) => void;
}

/** The first layer of the privacy notice: open until it has been acknowledged, folded afterwards. */
export function ShortNotice({ notice, onAcknowledged, say }: ShortNoticeProps) {
  if (!onAcknowledged) {
    return (
      <details className="folded-notice">
        <summary>{title}</summary>
        <NoticeText notice={notice} />
        <MyDataLink>Read the full notice</MyDataLink>
      </details>
    );
  }
  return (
    <section className="card stack-tight" aria-labelledby="notice-title">
      <h2 className="title-xsmall" id="notice-title">
        {title}
      </h2>
      <NoticeText notice={notice} />
      <Acknowledge version={notice.version} onAcknowledged={onAcknowledged} say={say} />
    </section>
  );
}

function NoticeText({ notice }: { notice: PanelView['notice'] }) {
  return (
    <>
      <p>{notice.summary}</p>
      <ul className="points">
        {notice.points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
    </>
  );
}

interface AcknowledgeProps {
  version: string;
  onAcknowledged: () => void;
  say: ((text: string) => void) | undefined;
}

function Acknowledge({ version, onAcknowledged, say }: AcknowledgeProps) {
  const { busy, failure, run } = useAction();
  const acknowledge = async () => {
    const answer = await run(() => call('acknowledgeNotice', { version }, failed));
    if (!answer) return;
    say?.(answer.acknowledgedAt === null ? nothingNoted : noted);
    onAcknowledged();
  };
  return (
    <>
      {failure && <FailureMessage failure={failure} />}
      <div className="row">
        <button type="button" className="plain-button" disabled={busy} onClick={() => void acknowledge()}>
          I have read this
        </button>
        <MyDataLink>Read the full notice</MyDataLink>
      </div>
    </>
  );
}

const noted = 'Noted. You find the notice at the end of this panel.';
const nothingNoted = 'Thank you. Nothing is kept about you yet, so this was not noted either.';
const failed = 'We could not note this. You can go on using the app. Try again.';
