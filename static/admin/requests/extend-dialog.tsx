import { useId, useState } from 'react';
import type { ExtensionReason } from '../../../src/contract';
import { call } from '../../shared/call';
import { ConfirmDialog } from '../../shared/confirm-dialog';
import { formatDay } from '../../shared/dates';
import { extensionWords } from '../../shared/request-words';
import { useAction } from '../../shared/use-action';
import { useViewer } from '../../shared/viewer';
import { t } from '../../shared/words/words';
import { AnswerOutside } from './answer-outside';
import type { TaskDialogProps } from './task-dialog-props';

/** Takes two months more to answer, with a reason that the person reads. */
export function ExtendDialog({ row, name, onDone, onCancel }: TaskDialogProps) {
  const { accountId, type, id } = row;
  const viewer = useViewer();
  const selectId = useId();
  const [reason, setReason] = useState<ExtensionReason>('complex');
  const { busy, failure, run, corrects } = useAction();
  const extend = async () => {
    const extended = await run(() => call('extendRequest', { accountId, type, id, reason }));
    if (extended) onDone(t('requests.extend-done', { day: formatDay(extended.dueOn, viewer) }));
  };
  return (
    <ConfirmDialog
      title={t('requests.extend-title', { name })}
      verb={t('requests.do-extend')}
      appearance="primary"
      busy={busy}
      failure={failure}
      onConfirm={() => void extend()}
      onCancel={onCancel}
    >
      <p>{t('requests.extend-about')}</p>
      <AnswerOutside row={row} />
      <div className="form-field">
        <label htmlFor={selectId}>{t('requests.reason')}</label>
        <select
          id={selectId}
          value={reason}
          onChange={(event) => corrects(setReason)(event.target.value as ExtensionReason)}
        >
          {Object.entries(extensionWords).map(([value, words]) => (
            <option key={value} value={value}>
              {t(words)}
            </option>
          ))}
        </select>
      </div>
    </ConfirmDialog>
  );
}
