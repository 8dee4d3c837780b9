import { useId, useMemo } from 'react';
import type { AccountId } from '../../../src/contract';
import { Message } from '../../shared/message';
import { useFocusOn } from '../../shared/use-focus-on';
import { ExportFileChoice } from '../../shared/export/export-file-choice';
import { t } from '../../shared/words/words';
import { ImportPreview } from './import-preview';
import { ImportDone, ImportProgress, ImportStopped } from './import-progress';
import { useImport } from './use-import';

interface ImportSectionProps {
  accountId: AccountId;
  /** Why nothing can be imported at the moment. */
  closed: string | undefined;
  onEnded: () => void;
}

/** Takes entries of one's own export in again, after a look at what would come of it. */
export function ImportSection({ accountId, closed, onEnded }: ImportSectionProps) {
  const id = useId();
  const running = useImport(accountId, onEnded);
  const { state } = running.shown;
  const news = useMemo(() => (state === 'idle' || state === 'looking' ? undefined : { state }), [state]);
  const said = useFocusOn<HTMLDivElement>(news);
  return (
    <section className="stack" aria-labelledby={id}>
      <h2 className="title-small" id={id}>
        {t('transfer.title')}
      </h2>
      <p>{t('transfer.about')}</p>
      {closed === undefined ? (
        <ExportFileChoice
          label={t('transfer.choose')}
          disabled={state === 'looking' || state === 'running'}
          onChosen={([file]) => void (file && running.look(file))}
        />
      ) : (
        <p>{closed}</p>
      )}
      <div ref={said} tabIndex={-1} role="status">
        <Shown running={running} />
      </div>
    </section>
  );
}

function Shown({ running }: { running: ReturnType<typeof useImport> }) {
  const { shown, take, stop, close } = running;
  switch (shown.state) {
    case 'idle':
      return null;
    case 'looking':
      return <p className="quiet">{t('transfer.reading')}</p>;
    case 'refused':
      return (
        <Message tone="error" title={t('transfer.refused')}>
          {shown.problem}
        </Message>
      );
    case 'ready':
      return (
        <ImportPreview
          key={shown.prepared.file.exportedAt}
          prepared={shown.prepared}
          onImport={(plan) => void take(plan)}
          onClose={close}
        />
      );
    case 'running':
      return <ImportProgress {...shown} onStop={stop} />;
    case 'stopped':
      return (
        <ImportStopped {...shown} onGoOn={() => void take(shown.plan, shown.imported)} onClose={close} />
      );
    case 'done':
      return <ImportDone {...shown} onClose={close} />;
  }
}
