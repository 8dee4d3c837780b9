import Button from '@atlaskit/button/new';
import ProgressBar from '@atlaskit/progress-bar';
import type { ReactNode } from 'react';
import { countOf } from '../count-words';
import { Message } from '../message';
import { useViewer } from '../viewer';
import type { Difference } from './differences';
import { NoFile } from '../no-file';
import { dataIn, saveExport, type ExportState, type useExport } from './use-export';

interface ExportPanelProps {
  running: ReturnType<typeof useExport>;
  /** About how many records there are, for the progress bar, when known. */
  expected?: number;
}

/** How an export stands and what can be done next; nothing while none was asked for. */
export function ExportPanel({ running, expected }: ExportPanelProps) {
  const { shown } = running;
  return (
    <div role="status" className="export-panel">
      {(shown.state === 'running' || shown.state === 'packing') && (
        <ExportProgress
          shown={shown}
          {...(expected !== undefined && { expected })}
          onCancel={running.cancel}
        />
      )}
      {(shown.state === 'failed' || shown.state === 'cancelled') && (
        <ExportStopped shown={shown} running={running} />
      )}
      {shown.state === 'incomplete' && <ExportIncomplete shown={shown} running={running} />}
      {shown.state === 'done' && <ExportDone shown={shown} onClose={running.close} />}
    </div>
  );
}

type StateOf<S extends ExportState['state']> = Extract<ExportState, { state: S }>;

interface ProgressProps {
  shown: StateOf<'running' | 'packing'>;
  expected?: number;
  onCancel: () => void;
}

function ExportProgress({ shown, expected, onCancel }: ProgressProps) {
  const { locale } = useViewer();
  const share = expected ? Math.min(1, shown.records / expected) : 0;
  const words =
    shown.state === 'packing'
      ? 'Packing the file…'
      : countOf(shown.records, 'record', 'records', locale) +
        (expected === undefined ? '' : ` of about ${expected.toLocaleString(locale)}`);
  return (
    <div className="card stack-tight">
      <div className="row-apart">
        <h2 className="title-xsmall">Exporting</h2>
        <Button spacing="compact" appearance="subtle" onClick={onCancel}>
          Cancel
        </Button>
      </div>
      <ProgressBar
        ariaLabel="Export"
        value={share}
        isIndeterminate={shown.state === 'packing' || expected === undefined}
      />
      <p className="small quiet" aria-hidden="true">
        {words}
      </p>
      {shown.state === 'running' && shown.note && <p className="small">{noteWords[shown.note]}</p>}
    </div>
  );
}

const noteWords = {
  retrying: 'The app is busy. We ask again in a moment; what came so far is kept.',
  pausing:
    'The export pauses for up to a minute, so that the app stays quick for everyone. It goes on by itself.',
  'begun-again': 'Something was logged or changed while the export ran. We begin again.',
};

interface StoppedProps {
  shown: StateOf<'failed' | 'cancelled'>;
  running: ReturnType<typeof useExport>;
}

function ExportStopped({ shown, running }: StoppedProps) {
  const { locale } = useViewer();
  const kept = `${countOf(shown.records, 'record is', 'records are', locale)} here already; nothing was saved or changed.`;
  const cancelled = shown.state === 'cancelled';
  return (
    <Message
      tone={cancelled ? 'info' : 'error'}
      title={cancelled ? 'Export cancelled' : 'We could not finish the export'}
      actions={
        <>
          <Button onClick={() => void running.resume(shown.collected)}>Go on from here</Button>
          <Button appearance="subtle" onClick={running.close}>
            Close
          </Button>
        </>
      }
    >
      {shown.failure && <p>{shown.failure.error.message}</p>}
      <p>{kept}</p>
    </Message>
  );
}

interface IncompleteProps {
  shown: StateOf<'incomplete'>;
  running: ReturnType<typeof useExport>;
}

function ExportIncomplete({ shown, running }: IncompleteProps) {
  const titles = new Map(shown.parts.map((part) => [part.dataSet, part.title]));
  const words = ({ dataSet, exported, kept }: Difference) =>
    `${titles.get(dataSet) ?? dataSet}: ${exported} exported, ${kept} kept`;
  return (
    <ActionMessage
      title="This export is not complete"
      action={<Button onClick={() => void running.again()}>Run it again</Button>}
      onClose={running.close}
    >
      <p>
        {shown.differences.length > 0
          ? 'Something was logged or deleted while it ran or shortly before, so no file was saved.'
          : 'Something was logged, changed or deleted each time it ran, so no file was saved.'}
      </p>
      {shown.differences.length > 0 && (
        <ul className="points">
          {shown.differences.map((difference) => (
            <li key={difference.dataSet}>{words(difference)}</li>
          ))}
        </ul>
      )}
    </ActionMessage>
  );
}

function ActionMessage(props: {
  title: string;
  action: ReactNode;
  onClose: () => void;
  children: ReactNode;
}) {
  const actions = (
    <>
      {props.action}
      <Button appearance="subtle" onClick={props.onClose}>
        Close
      </Button>
    </>
  );
  return (
    <Message tone="warning" title={props.title} actions={actions}>
      {props.children}
    </Message>
  );
}

function ExportDone({ shown, onClose }: { shown: StateOf<'done'>; onClose: () => void }) {
  const { locale } = useViewer();
  const { file, records, part } = shown;
  const kilobytes = Math.max(1, Math.round(file.content.byteLength / 1024)).toLocaleString(locale);
  return (
    <Message
      tone="success"
      title={part ? 'A part of your entries is exported' : 'Export complete'}
      actions={
        <>
          <Button onClick={() => saveExport(file)}>Save again</Button>
          <Button appearance="subtle" onClick={onClose}>
            Close
          </Button>
        </>
      }
    >
      <p>
        {part
          ? `${part.entries.toLocaleString(locale)} of ${countOf(part.of, 'time entry', 'time entries', locale)} that are kept, and every other record`
          : `${countOf(records, 'record', 'records', locale)}, exactly as many as are kept`}
        , in {file.name} ({kilobytes} KB). The file was made in this browser; the app keeps no copy.
      </p>
      <NoFile name="data.json" read={() => dataIn(file)} />
    </Message>
  );
}
