import type { PanelView } from '../../src/contract';
import { formatDuration } from '../shared/duration';
import { useViewer } from '../shared/viewer';

/** What is known of the issue beyond entries: only a part of the time, and nobody’s in particular. */
export function TimeWithoutNames({ seconds }: { seconds: PanelView['secondsWithoutNames'] }) {
  const { locale } = useViewer();
  if (seconds === undefined) return null;
  if (seconds === 'no-answer')
    return (
      <p className="quiet small">
        Jira did not answer, so time without names is not shown. Reload to try again.
      </p>
    );
  return (
    <section className="stack-tight" aria-labelledby="without-names-title">
      <div className="row-apart">
        <h2 className="title-xsmall" id="without-names-title">
          Time without names
        </h2>
        <p>{formatDuration(seconds, locale)}</p>
      </div>
      <p className="quiet small">
        Of several people whose entries have expired. It is only a part of the time on this work item, and no
        longer known whose.
      </p>
    </section>
  );
}
