import Button from '@atlaskit/button/new';
import ProgressBar from '@atlaskit/progress-bar';
import type { Failure } from '../../shared/failure';
import { Message } from '../../shared/message';
import { useViewer } from '../../shared/viewer';
import { entriesWords, importedWords, refusalLines } from './import-words';
import type { ImportPlan } from './plan-import';
import type { Imported } from './run-import';

interface ProgressProps {
  plan: ImportPlan;
  imported: Imported;
}

export function ImportProgress({ plan, imported, onStop }: ProgressProps & { onStop: () => void }) {
  const { locale } = useViewer();
  const all = plan.rows.length;
  return (
    <div className="card stack-tight">
      <div className="row-apart">
        <h3 className="title-xsmall">Importing</h3>
        <Button spacing="compact" appearance="subtle" onClick={onStop}>
          Stop
        </Button>
      </div>
      <ProgressBar ariaLabel="Import" value={imported.done / all} />
      <p className="small quiet" aria-hidden="true">
        {imported.done.toLocaleString(locale)} of {entriesWords(all, locale)}
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
  const { locale } = useViewer();
  return (
    <Message
      tone={failure ? 'error' : 'info'}
      title={failure ? 'We could not finish the import' : 'Import stopped'}
      actions={
        <>
          <Button onClick={onGoOn}>Go on from here</Button>
          <Button appearance="subtle" onClick={onClose}>
            Close
          </Button>
        </>
      }
    >
      {failure && <p>{failure.error.message}</p>}
      <p>
        Of {entriesWords(plan.rows.length, locale)}: {importedWords(imported, locale)}. They stay. You can go
        on here, or choose the file again at any time: no entry comes twice.
      </p>
    </Message>
  );
}

export function ImportDone({ plan, imported, onClose }: ProgressProps & { onClose: () => void }) {
  const { locale } = useViewer();
  const lines = refusalLines(imported.outcomes, locale);
  return (
    <Message
      tone={lines.length > 0 ? 'warning' : 'success'}
      title={importedWords(imported, locale)}
      actions={
        <Button appearance="subtle" onClick={onClose}>
          Close
        </Button>
      }
    >
      <p>
        {lines.length === 0
          ? 'Everything new in the file is here now, under Entries.'
          : `Of ${entriesWords(plan.rows.length, locale)}, some could not be imported, since something changed meanwhile:`}
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
