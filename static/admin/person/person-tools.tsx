import Button from '@atlaskit/button/new';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { JobView, OfPerson, Restriction } from '../../../src/contract';
import { reasonWords } from '../../shared/access-words';
import { call } from '../../shared/call';
import { ExportPanel } from '../../shared/export/export-panel';
import { useExport } from '../../shared/export/use-export';
import { EraseDialog } from './erase-dialog';
import { ErasureOf } from './erasure-of';
import { EntriesOf } from './entries-of';
import type { PersonTask } from './person-task';
import { RestrictionOf } from './restriction-of';
import { isUsableFor } from './restriction-words';
import { wordOf } from '../../shared/word-of';

interface PersonToolsProps {
  of: OfPerson;
  task: PersonTask;
  /** Missing where there is none. */
  restriction: Restriction | undefined;
  name: string;
  onChanged: () => void;
  onChangeReason: () => void;
}

/** What an administrator can do for a person once a reason is given; nothing is looked into that was not asked for. */
export function PersonTools(props: PersonToolsProps) {
  const { of, task, restriction, name, onChanged, onChangeReason } = props;
  const [showsEntries, setShowsEntries] = useState(task === 'entries');
  const [asksToErase, setAsksToErase] = useState(task === 'erase');
  const [erasure, setErasure] = useState<{ job: JobView; receiptCode: string }>();
  const isUsable = isUsableFor(restriction, of.reason);
  const exporting = useExportOf(of, isUsable && task === 'export');
  if (erasure) return <ErasureOf accountId={of.accountId} {...erasure} onEnd={onChanged} />;
  return (
    <>
      <div className="row-apart">
        <p>
          Reason: <strong>{wordOf(reasonWords, of.reason)}</strong>{' '}
          <Button appearance="subtle" spacing="compact" onClick={onChangeReason}>
            Change
          </Button>
        </p>
        <div className="row">
          {isUsable && !showsEntries && <Button onClick={() => setShowsEntries(true)}>Show entries</Button>}
          {isUsable && <Button onClick={() => void exporting.start()}>Export</Button>}
          <Button onClick={() => setAsksToErase(true)}>Erase everything</Button>
        </div>
      </div>
      <ExportPanel running={exporting} />
      <RestrictionOf of={of} restriction={restriction} onChanged={onChanged} />
      {isUsable && showsEntries && (
        <EntriesOf key={restriction?.since ?? 'open'} of={of} name={name} onChanged={onChanged} />
      )}
      {asksToErase && (
        <EraseDialog
          of={of}
          name={name}
          onCancel={() => setAsksToErase(false)}
          onErasing={(job, receiptCode) => {
            setAsksToErase(false);
            setErasure({ job, receiptCode });
            onChanged();
          }}
        />
      )}
    </>
  );
}

/** An export of this person, begun at once where it was asked for before the reason. */
function useExportOf({ accountId, reason }: OfPerson, atOnce: boolean) {
  const fetchPage = useCallback(
    (after: string | undefined) =>
      call('exportPageOf', { accountId, reason, ...(after === undefined ? {} : { after }) }),
    [accountId, reason],
  );
  const exporting = useExport({ accountId, fetchPage });
  const { start } = exporting;
  const begun = useRef(!atOnce);
  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    void start();
  }, [start]);
  return exporting;
}
