import { useCallback, useState } from 'react';
import type { SettingChange } from '../../../src/contract';
import { call, type Failure } from '../../shared/call';
import { ConfirmDialog } from '../../shared/confirm-dialog';
import { countOf } from '../../shared/count-words';
import { FailureMessage } from '../../shared/failure-message';
import { changeWords } from '../../shared/setting-words';
import { useLoaded } from '../../shared/use-loaded';
import { useViewer } from '../../shared/viewer';
import { WhatWouldGo } from './retention-preview-box';

interface ErasingDialogProps {
  changes: readonly SettingChange[];
  titles: ReadonlyMap<string, string>;
  busy: boolean;
  failure: Failure | undefined;
  onConfirm: () => void;
  onCancel: () => void;
}

/** Before settings are saved that erase more: what will happen, when, and to how many. */
export default function ErasingDialog({ changes, titles, ...dialog }: ErasingDialogProps) {
  const { locale } = useViewer();
  const periods = changes.filter(({ setting }) => setting === 'retentionDays');
  const removed = changes.find(({ setting }) => setting === 'removedDays');
  return (
    <ConfirmDialog
      title="Save settings that erase more?"
      verb="Save settings"
      typed="ERASE MORE"
      width="medium"
      {...dialog}
    >
      <ul className="points">
        {changes.map((change) => (
          <li key={`${change.setting} ${change.dataSet ?? ''}`}>{changeWords(change, titles, locale)}</li>
        ))}
      </ul>
      {periods.length > 0 && <PeriodsErase periods={periods} />}
      {removed?.after !== undefined && <RemovedErase days={removed.after} />}
      {changes.some(({ setting }) => setting === 'selfErasure') && (
        <p>People will erase everything about themselves without an approval. Open requests stay open.</p>
      )}
      <p>
        <strong>This takes effect in 24 hours.</strong> Until then you and other administrators can take it
        back on this tab. Other changes in this form take effect at once.
      </p>
    </ConfirmDialog>
  );
}

function PeriodsErase({ periods }: { periods: readonly SettingChange[] }) {
  const asked = JSON.stringify(
    Object.fromEntries(periods.map(({ dataSet = '', after = 0 }) => [dataSet, after])),
  );
  const load = useCallback(
    () => call('previewRetention', { retentionDays: JSON.parse(asked) as Record<string, number> }),
    [asked],
  );
  const { value, failure, reload } = useLoaded(load);
  if (failure) return <FailureMessage failure={failure} onRetry={reload} />;
  return value ? <WhatWouldGo preview={value} /> : <p className="quiet">Counting what would go…</p>;
}

const DAY_MS = 86_400_000;
const loadRemoved = () => call('listRemoved', {});

/** Who was removed so long ago that the first run after the change erases them. */
function RemovedErase({ days }: { days: number }) {
  const { locale } = useViewer();
  const [before] = useState(() => new Date(Date.now() + DAY_MS - days * DAY_MS).toISOString());
  const { value, failure, reload } = useLoaded(loadRemoved);
  if (failure) return <FailureMessage failure={failure} onRetry={reload} />;
  if (!value) return <p className="quiet">Counting who would be erased…</p>;
  const erased = value.removed.filter(({ removedAt, held }) => !held && removedAt <= before).length;
  return (
    <p>
      Then {countOf(erased, 'person', 'people', locale)} of {value.removed.length.toLocaleString(locale)} who
      left this site {erased === 1 ? 'is' : 'are'} erased at once.
    </p>
  );
}
