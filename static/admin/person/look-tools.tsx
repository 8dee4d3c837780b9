import Button from '@atlaskit/button/new';
import { useCallback, useEffect, useRef, useState, type ReactNode } from 'react';
import type { OfPerson, Restriction, ReviewDays } from '../../../src/contract';
import { call } from '../../shared/call';
import { ExportPanel } from '../../shared/export/export-panel';
import { ExportPart } from '../../shared/export/export-part';
import { isUnderWay, useExport } from '../../shared/export/use-export';
import { t } from '../../shared/words/words';
import { EntriesOf } from './entries-of';
import type { PersonTask } from './person-task';
import { ReasonRow } from './reason-row';
import { RestrictionOf } from './restriction-of';
import { isUsableFor } from './restriction-words';

interface LookToolsProps {
  of: OfPerson;
  task: PersonTask;
  /** Missing where there is none. */
  restriction: Restriction | undefined;
  reviewDays: ReviewDays;
  name: string;
  onChanged: () => void;
  onChangeReason: () => void;
  /** What leads to erasing. */
  children: ReactNode;
}

/** Looking at a person's data, exporting and restricting it; nothing is looked into that was not asked for. */
export function LookTools(props: LookToolsProps) {
  const { of, task, restriction, reviewDays, name, onChanged, onChangeReason, children } = props;
  const [showsEntries, setShowsEntries] = useState(task === 'entries');
  const isUsable = isUsableFor(restriction, of.reason);
  const exporting = useExportOf(of, isUsable && task === 'export');
  return (
    <>
      <ReasonRow reason={of.reason} onChange={onChangeReason}>
        {isUsable && !showsEntries && (
          <Button onClick={() => setShowsEntries(true)}>{t('person.verb-entries')}</Button>
        )}
        {isUsable && <Button onClick={() => void exporting.start()}>{t('people.row-export')}</Button>}
        {children}
      </ReasonRow>
      <ExportPanel running={exporting} of={name} />
      {isUsable && (
        <details className="card">
          <summary>{t('export.part-title')}</summary>
          <ExportPart
            accountId={of.accountId}
            of={name}
            isBusy={isUnderWay(exporting)}
            onExport={(portion) => void exporting.start(portion)}
          />
        </details>
      )}
      <RestrictionOf {...{ of, name, restriction, reviewDays, onChanged }} />
      {isUsable && showsEntries && (
        <EntriesOf key={restriction?.since ?? 'open'} of={of} name={name} onChanged={onChanged} />
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
