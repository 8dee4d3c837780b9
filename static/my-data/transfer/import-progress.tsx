import Button from '@atlaskit/button/new';
import ProgressBar from '@atlaskit/progress-bar';
import type { Failure } from '../../shared/failure';
import { Message } from '../../shared/message';
import { t } from '../../shared/words/words';
import { importedIn, refusalLines } from './import-words';
import type { ImportPlan } from './plan-import';
import type { Imported } from './run-import';

interface ProgressProps {
  plan: ImportPlan;
  imported: Imported;
}

export function ImportProgress({ plan, imported, onStop }: ProgressProps & { onStop: () => void }) {
  const all = plan.rows.length;
  return (
    <div className="card stack-tight">
      <div className="row-apart">
        <h3 className="title-xsmall">{t('transfer.importing')}</h3>
        <Button spacing="compact" appearance="subtle" onClick={onStop}>
          {t('transfer.stop')}
        </Button>
      </div>
      <ProgressBar ariaLabel={t('transfer.bar')} value={imported.done / all} />
      <p className="small quiet" aria-hidden="true">
        {t('transfer.done-of', { done: imported.done, all })}
      </p>
    </div>
  );
}

interface StoppedProps extends ProgressProps {
  failure?: Failure;
  onGoOn: () => void;
  onClose: () => void;
}

export function ImportStopped({ plan, imported, failure, onGoOn, onClose }: StoppedProps) {
  return (
    <Message
      tone={failure ? 'error' : 'info'}
      title={t(failure ? 'transfer.not-finished' : 'transfer.stopped')}
      actions={
        <>
          <Button onClick={onGoOn}>{t('transfer.continue')}</Button>
          <Button appearance="subtle" onClick={onClose}>
            {t('common.close')}
          </Button>
        </>
      }
    >
      {failure && <p>{failure.error.message}</p>}
      <p>
        {t('transfer.imported-of', { all: plan.rows.length, imported: importedIn(imported.outcomes) })}{' '}
        {t('transfer.resume')}
      </p>
    </Message>
  );
}

export function ImportDone({ plan, imported, onClose }: ProgressProps & { onClose: () => void }) {
  const lines = refusalLines(imported.outcomes);
  return (
    <Message
      tone={lines.length > 0 ? 'warning' : 'success'}
      title={t('transfer.imported', { imported: importedIn(imported.outcomes) })}
      actions={
        <Button appearance="subtle" onClick={onClose}>
          {t('common.close')}
        </Button>
      }
    >
      <p>
        {lines.length === 0 ? t('transfer.all-done') : t('transfer.some-refused', { all: plan.rows.length })}
      </p>
      <Lines lines={lines} />
    </Message>
  );
}

export function Lines({ lines }: { lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <ul className="points">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
