import Button from '@atlaskit/button/new';
import { useEffect, useState } from 'react';
import type { SiteCheckView, Day } from '../../../../src/contract';
import { call } from '../../../shared/call';
import { dayOf, formatDay } from '../../../shared/dates';
import { FailureMessage } from '../../../shared/failure-message';
import { Message } from '../../../shared/message';
import { useLoaded } from '../../../shared/use-loaded';
import { useTextFile } from '../../../shared/use-text-file';
import { useViewer } from '../../../shared/viewer';
import { t } from '../../../shared/words/words';
import { LoadState } from '../../load-state';
import { administersByJira } from './page-findings';
import { rowsOf, type CheckedRow } from './site-check-rows';
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
      <LoadState loaded={loaded} words={t('get-started.loading-last')} />
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
  const rows = shown ? rowsOf(view.assumptions, shown) : [];
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
            <p className="quiet">{t('get-started.checked-on', { day: formatDay(day, viewer) })}</p>
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
              {t('get-started.save')}
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
        <span>{t('get-started.until-refused')}</span>
      </label>
      <div>
        <Button appearance="primary" isLoading={busy} onClick={() => onBegin(untilRefused)}>
          {t(again ? 'get-started.begin-again' : 'get-started.begin')}
        </Button>
      </div>
    </>
  );
}

function ProgressLine({ progress }: { progress: Progress | undefined }) {
  return (
    <div className="stack-tight">
      <p>{progress ? stepWords(progress) : t('get-started.starting')}</p>
      <progress
        className="site-check-progress"
        aria-label={t('get-started.progress')}
        max={progress?.steps ?? 1}
        value={progress?.step ?? 0}
      />
    </div>
  );
}

const stepWords = ({ step, steps }: Progress): string =>
  t('get-started.step', { step: Math.min(step + 1, steps), steps });

/** Administrators who are refused learn whether Jira tells the browser the same. */
function RefusedByFunction() {
  const [administers, setAdministers] = useState<boolean>();
  useEffect(() => {
    void administersByJira().then(setAdministers);
  }, []);
  if (administers !== true) return <Message tone="info">{t('get-started.only-administrators')}</Message>;
  return (
    <Message tone="warning" title={t('get-started.not-administrator-title')}>
      {t('get-started.not-administrator')}
    </Message>
  );
}

/** The result as a file that can be handed on, in codes and numbers: what was measured, and nothing of the site or of anyone. */
function siteCheckFile(day: Day, done: boolean, rows: readonly CheckedRow[]): string {
  const findings = rows.map(({ id, verdict, outcome, number, codes }) => ({
    id,
    verdict,
    outcome,
    ...(number !== undefined && { number }),
    ...(codes.length > 0 && { codes }),
  }));
  return `${JSON.stringify({ kind: 'privacy-center-site-check', version: 2, day, complete: done, findings }, null, 2)}\n`;
}
