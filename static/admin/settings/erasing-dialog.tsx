import { useCallback, useState } from 'react';
import type { SettingChange } from '../../../src/contract';
import { call } from '../../shared/call';
import { ConfirmDialog } from '../../shared/confirm-dialog';
import { FailureMessage } from '../../shared/failure-message';
import { useLoaded } from '../../shared/use-loaded';
import { rich, t } from '../../shared/words/words';
import { ChangeList } from '../change-list';
import { WhatWouldGo } from './retention-preview-box';

interface ErasingDialogProps {
  changes: readonly SettingChange[];
  titles: ReadonlyMap<string, string> | undefined;
  /** The form has others, too, which do not wait. */
  withOthers: boolean;
  busy: boolean;
  onConfirm: () => void;
  onCancel: () => void;
}

/** Before settings are saved that erase more: what will happen, when, and to how many. */
export default function ErasingDialog({ changes, titles, withOthers, ...dialog }: ErasingDialogProps) {
  const isChanged = (...wanted: Array<SettingChange['setting']>) =>
    changes.some(({ setting }) => wanted.includes(setting));
  const periods = changes.filter(({ setting }) => setting === 'retentionDays');
  const removed = changes.find(({ setting }) => setting === 'removedDays');
  return (
    <ConfirmDialog
      title={t('settings.deleting-title')}
      verb={t('settings.save')}
      typed={t('settings.type-delete-more')}
      width="medium"
      failure={undefined}
      {...dialog}
    >
      <ChangeList changes={changes} titles={titles} />
      {periods.length > 0 && <PeriodsErase periods={periods} />}
      {removed?.after !== undefined && <RemovedErase days={removed.after} />}
      {isChanged('keepTotals') && <p>{t('settings.deleting-totals')}</p>}
      {isChanged('webhookErasesAfter', 'webhookErasesMost') && <p>{t('settings.deleting-by-webhook')}</p>}
      {isChanged('selfErasure') && <p>{t('settings.deleting-by-people')}</p>}
      <p>{rich('settings.deleting-waits', { strong: (inner) => <strong>{inner}</strong> })}</p>
      {withOthers && <p>{t('settings.deleting-others')}</p>}
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
  return value ? <WhatWouldGo preview={value} /> : <p className="quiet">{t('my-data.counting')}</p>;
}

const DAY_MS = 86_400_000;
const loadRemoved = () => call('listRemoved', {});

/** Who was removed so long ago that the first run after the change erases them. */
function RemovedErase({ days }: { days: number }) {
  const [before] = useState(() => new Date(Date.now() + DAY_MS - days * DAY_MS).toISOString());
  const { value, failure, reload } = useLoaded(loadRemoved);
  if (failure) return <FailureMessage failure={failure} onRetry={reload} />;
  if (!value) return <p className="quiet">{t('settings.counting-removed')}</p>;
  const count = value.removed.filter(({ removedAt, held }) => !held && removedAt <= before).length;
  return <p>{t('settings.removed-at-once', { count, all: value.removed.length })}</p>;
}
