import Button from '@atlaskit/button/new';
import ProgressBar from '@atlaskit/progress-bar';
import { Message } from '../message';
import './export-panel.css';
import { NoFile } from '../no-file';
import { t } from '../words/words';
import { dataIn, saveExport, type ExportState, type useExport } from './use-export';

interface ExportPanelProps {
  running: ReturnType<typeof useExport>;
  /** About how many records there are, for the progress bar, when known. */
  expected?: number;
  /** What somebody else is called whose data it is. */
  of?: string;
}

/** How an export stands and what can be done next; nothing while none was asked for. */
export function ExportPanel({ running, expected, of }: ExportPanelProps) {
  const { shown } = running;
  return (
    <>
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
      </div>
      {/* A flag says it: a live region would say it twice. */}
      {shown.state === 'done' && <ExportDone shown={shown} of={of} onClose={running.close} />}
    </>
  );
}

type StateOf<S extends ExportState['state']> = Extract<ExportState, { state: S }>;

interface ProgressProps {
  shown: StateOf<'running' | 'packing'>;
  expected?: number;
  onCancel: () => void;
}

function ExportProgress({ shown, expected, onCancel }: ProgressProps) {
  const share = expected ? Math.min(1, shown.records / expected) : 0;
  return (
    <div className="card stack-tight">
      <div className="row-apart">
        <h2 className="title-xsmall">{t('export.exporting')}</h2>
        <Button spacing="compact" appearance="subtle" onClick={onCancel}>
          {t('common.cancel')}
        </Button>
      </div>
      <ProgressBar
        ariaLabel={t('export.bar')}
        value={share}
        isIndeterminate={shown.state === 'packing' || expected === undefined}
      />
      <p className="small quiet" aria-hidden="true">
        {progressWords(shown, expected)}
      </p>
      {shown.state === 'running' && shown.note && <p className="small">{t(`export.note-${shown.note}`)}</p>}
    </div>
  );
}

function progressWords({ state, records: count }: ProgressProps['shown'], expected?: number): string {
  if (state === 'packing') return t('export.packing');
  return expected === undefined
    ? t('export.records', { count })
    : t('export.records-of', { count, expected });
}

interface StoppedProps {
  shown: StateOf<'failed' | 'cancelled'>;
  running: ReturnType<typeof useExport>;
}

function ExportStopped({ shown, running }: StoppedProps) {
  const cancelled = shown.state === 'cancelled';
  return (
    <Message
      tone={cancelled ? 'info' : 'error'}
      title={t(cancelled ? 'export.cancelled' : 'export.not-finished')}
      actions={
        <>
          <Button onClick={() => void running.resume(shown.collected)}>{t('transfer.continue')}</Button>
          <CloseButton onClick={running.close} />
        </>
      }
    >
      {shown.failure && <p>{shown.failure.error.message}</p>}
      <p>{t('export.here-already', { count: shown.records })}</p>
    </Message>
  );
}

interface IncompleteProps {
  shown: StateOf<'incomplete'>;
  running: ReturnType<typeof useExport>;
}

function ExportIncomplete({ shown, running }: IncompleteProps) {
  const titles = new Map(shown.parts.map((part) => [part.dataSet, part.title]));
  const isChanging = shown.differences.length === 0;
  return (
    <Message
      tone="warning"
      title={t('export.incomplete')}
      actions={
        <>
          <Button onClick={() => void running.again()}>{t('export.export-again')}</Button>
          <CloseButton onClick={running.close} />
        </>
      }
    >
      <p>{t(isChanging ? 'export.changed-each-time' : 'export.changed-once')}</p>
      {!isChanging && (
        <ul className="points">
          {shown.differences.map(({ dataSet, exported, kept }) => (
            <li key={dataSet}>
              {t('export.difference', { title: titles.get(dataSet) ?? dataSet, exported, kept })}
            </li>
          ))}
        </ul>
      )}
    </Message>
  );
}

const CloseButton = ({ onClick }: { onClick: () => void }) => (
  <Button appearance="subtle" onClick={onClick}>
    {t('common.close')}
  </Button>
);

interface DoneProps {
  shown: StateOf<'done'>;
  of: string | undefined;
  onClose: () => void;
}

function ExportDone({ shown, of, onClose }: DoneProps) {
  const { file, records, part, deleting } = shown;
  const made = { file: file.name, size: Math.max(1, Math.round(file.content.byteLength / 1024)) };
  return (
    <Message
      tone="success"
      title={doneTitle(part !== undefined, of)}
      actions={
        <>
          <Button onClick={() => saveExport(file)}>{t('export.save-again')}</Button>
          <CloseButton onClick={onClose} />
        </>
      }
    >
      <p>
        {part
          ? t('export.part-in-file', { entries: part.entries, kept: part.of, ...made })
          : t(deleting ? 'export.in-file-deleting' : 'export.in-file', { count: records, ...made })}
      </p>
      <NoFile name="data.json" read={() => dataIn(file)} />
    </Message>
  );
}

/** What is done, of whom. */
function doneTitle(isPart: boolean, of: string | undefined): string {
  if (of === undefined) return t(isPart ? 'export.done-part' : 'export.done');
  return t(isPart ? 'export.done-part-of' : 'export.done-of', { name: of });
}
