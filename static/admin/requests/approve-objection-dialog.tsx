import { useId, useState } from 'react';
import type { ObjectionOutcome } from '../../../src/contract';
import { ConfirmDialog } from '../../shared/confirm-dialog';
import { outcomeWords } from '../../shared/request-words';
import { wordOf } from '../../shared/word-of';
import { AnswerOutside } from './answer-outside';
import type { TaskDialogProps } from './task-dialog-props';
import { useApprove } from './use-approve';
import { t } from '../../shared/words/words';

const outcomes = Object.keys(outcomeWords) as ObjectionOutcome[];

/** Approves an objection: the data is erased, or kept for legal claims alone. */
export function ApproveObjectionDialog(props: TaskDialogProps) {
  const { row, name, onCancel } = props;
  const id = useId();
  const [outcome, setOutcome] = useState<ObjectionOutcome>();
  const said = t(outcome === 'erase' ? 'requests.deletion-begun' : 'requests.kept-for-claims');
  const { corrects, ...approval } = useApprove(props, said, outcome);
  return (
    <ConfirmDialog
      title={t('requests.objection-title', { name })}
      verb={t('requests.do-approve')}
      {...(outcome === 'erase' ? { typed: t('my-data.type-delete') } : { appearance: 'primary' as const })}
      ready={outcome !== undefined}
      {...approval}
      onCancel={onCancel}
    >
      <p>{t('requests.objection-about')}</p>
      <AnswerOutside row={row} />
      <fieldset className="stack-tight">
        <legend className="title-xsmall">{t('requests.objection-outcome')}</legend>
        {outcomes.map((value) => (
          <label className="choice" key={value}>
            <input
              type="radio"
              name={id}
              value={value}
              checked={outcome === value}
              onChange={() => corrects(setOutcome)(value)}
            />
            {wordOf(outcomeWords, value)}
          </label>
        ))}
      </fieldset>
      {outcome === 'keep-for-claims' && <p>{t('requests.keeping-may-end')}</p>}
    </ConfirmDialog>
  );
}
