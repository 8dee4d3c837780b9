import { useId, useState } from 'react';
import type { DeclineReason } from '../../../src/contract';
import { call } from '../../shared/call';
import { ConfirmDialog } from '../../shared/confirm-dialog';
import { declineWords } from '../../shared/request-words';
import { useAction } from '../../shared/use-action';
import { wordOf } from '../../shared/word-of';
import { DateField } from '../date-field';
import { AnswerOutside } from './answer-outside';
import { declineReasonsFor, hasEndDate } from './decline-reasons';
import type { TaskDialogProps } from './task-dialog-props';
import { t } from '../../shared/words/words';

/** Declines a request with a reason that fits it and, where that ends, the day until which it holds: the person reads both. */
export function DeclineDialog({ row, name, onDone, onCancel }: TaskDialogProps) {
  const { accountId, type, id } = row;
  const [reason, setReason] = useState<DeclineReason | ''>('');
  const [keptUntil, setKeptUntil] = useState('');
  const { busy, failure, run, corrects } = useAction();
  const ends = reason !== '' && hasEndDate(reason);
  const decline = async () => {
    if (reason === '') return;
    const until = ends ? { keptUntil } : {};
    const decision = { accountId, type, id, decision: 'decline', reason, ...until } as const;
    if (await run(() => call('decideRequest', decision)))
      onDone(t('requests.decline-done', { ends: ends ? 'yes' : 'no' }));
  };
  return (
    <ConfirmDialog
      title={t('requests.decline-title', { name })}
      verb={t('requests.do-decline')}
      appearance="primary"
      width="medium"
      ready={reason !== '' && (!ends || keptUntil !== '')}
      busy={busy}
      failure={failure}
      onConfirm={() => void decline()}
      onCancel={onCancel}
    >
      <p>{t('requests.decline-about')}</p>
      <AnswerOutside row={row} />
      <ReasonField reasons={declineReasonsFor(row)} reason={reason} onReason={corrects(setReason)} />
      {ends && (
        <DateField
          label={t('requests.holds-until')}
          note={t('requests.last-day')}
          value={keptUntil}
          error={failure?.error.fields?.['keptUntil']}
          onChange={corrects(setKeptUntil)}
        />
      )}
    </ConfirmDialog>
  );
}

interface ReasonFieldProps {
  reasons: readonly DeclineReason[];
  reason: DeclineReason | '';
  onReason: (reason: DeclineReason | '') => void;
}

function ReasonField({ reasons, reason, onReason }: ReasonFieldProps) {
  const id = useId();
  return (
    <div className="form-field">
      <label htmlFor={id}>{t('requests.reason')}</label>
      <select id={id} value={reason} onChange={(event) => onReason(event.target.value as DeclineReason | '')}>
        <option value="">{t('requests.choose-reason')}</option>
        {reasons.map((value) => (
          <option key={value} value={value}>
            {wordOf(declineWords, value)}
          </option>
        ))}
      </select>
    </div>
  );
}
