import Button from '@atlaskit/button/new';
import { useEffect, useState } from 'react';
import type { SiteCheckView } from '../../../../src/contract';
import { call } from '../../../shared/call';
import { dayOf, formatDay } from '../../../shared/dates';
import { FailureMessage } from '../../../shared/failure-message';
import { Message } from '../../../shared/message';
import { useLoaded } from '../../../shared/use-loaded';
import { useTextFile } from '../../../shared/use-text-file';
import { useViewer } from '../../../shared/viewer';
import { LoadState } from '../../load-state';
import { administersByJira } from './page-findings';
import { siteCheckFile } from './site-check-file';
import { rowsOf } from './site-check-rows';
import { SiteCheckSummary } from './site-check-summary';
import { SiteCheckTable } from './site-check-table';
import { useSiteCheck, type Progress } from './use-site-check';
import './site-check.css';

const loadView = () => call('getSiteCheck', {});

/** Measures on this site what the app takes for granted, on a click, and shows it as a table. */
export default function SiteCheck() {
  const loaded = useLoaded<SiteCheckView>(loadView);
  if (loaded.failure?.error.code === 'NOT_ALLOWED') return <RefusedByFunction />;
  return (
    <>
      <LoadState loaded={loaded} what="the last check" />
      {loaded.value && <Checking view={loaded.value} />}
    </>
  );
}

function Checking({ view }: { view: SiteCheckView }) {
  const viewer = useViewer();
  const { busy, failure, result, progress, begin } = useSiteCheck(view.assumptions);
  const shown = result ?? (view.last && { ...view.last, codes: [] });
  const day = result ? dayOf(new Date(), viewer.timeZone) : view.last?.day;
  const { save, noFile } = useTextFile();
  const rows = shown ? rowsOf(view.assumptions, shown, viewer.locale) : [];
  return (
    <div className="stack">
      <div className="stack-tight">
        <BeginForm
          busy={busy}
          again={shown !== undefined}
          onBegin={(untilRefused) => void begin(untilRefused)}
        />
        <div role="status">{busy && <ProgressLine progress={progress} />}</div>
      </div>
      {failure && <FailureMessage failure={failure} />}
      {shown && day !== undefined && rows.length > 0 && (
        <>
          {!busy && <SiteCheckSummary rows={rows} done={shown.done} />}
          <div className="row-apart">
            <p className="quiet">Checked on {formatDay(day, viewer)}.</p>
            <Button
              onClick={() =>
                save({
                  name: `site-check-${day}.json`,
                  type: 'application/json',
                  content: siteCheckFile(day, shown.done, rows),
                })
              }
              isDisabled={busy}
            >
              Save as JSON
            </Button>
          </div>
          {noFile}
          <SiteCheckTable rows={rows} />
        </>
      )}
    </div>
  );
}

interface BeginFormProps {
  busy: boolean;
  again: boolean;
  onBegin: (untilRefused: boolean) => void;
}

function BeginForm({ busy, again, onBegin }: BeginFormProps) {
  const [untilRefused, setUntilRefused] = useState(false);
  return (
    <>
      <label className="site-check-choice">
        <input
          type="checkbox"
          checked={untilRefused}
          disabled={busy}
          onChange={(event) => setUntilRefused(event.target.checked)}
        />
        <span>
          Also ask storage up to a hundred times in a row, until it refuses. The quota is everyone’s: for a
          minute people may be asked to try again.
        </span>
      </label>
      <div>
        <Button appearance="primary" isLoading={busy} onClick={() => onBegin(untilRefused)}>
          {again ? 'Check this site again' : 'Check this site'}
        </Button>
      </div>
    </>
  );
}

function ProgressLine({ progress }: { progress: Progress | undefined }) {
  return (
    <div className="stack-tight">
      <p>
        {progress
          ? `Step ${Math.min(progress.step + 1, progress.steps)} of ${progress.steps}.`
          : 'Beginning.'}{' '}
        Leave this page open; it takes a minute or two.
      </p>
      <progress
        className="site-check-progress"
        aria-label="Progress of the check"
        max={progress?.steps ?? 1}
        value={progress?.step ?? 0}
      />
    </div>
  );
}

/** Whoever is refused learns whether Jira tells the browser the same. */
function RefusedByFunction() {
  const [administers, setAdministers] = useState<boolean>();
  useEffect(() => {
    void administersByJira().then(setAdministers);
  }, []);
  if (administers !== true)
    return <Message tone="info">Only Jira administrators can check the site.</Message>;
  return (
    <Message tone="warning" title="Jira tells the app that you are no administrator">
      It tells your browser that you are one. Look in Jira’s settings whether the app may read Jira’s work
      items, and allow it. Then reload this page.
    </Message>
  );
}
