import type { AskedCorrection } from '../../../src/contract';
import { AskedCorrectionFacts } from '../../shared/asked-correction';
import { ConfirmDialog } from '../../shared/confirm-dialog';
import '../../shared/facts.css';
import { AnswerOutside } from './answer-outside';
import type { TaskDialogProps } from './task-dialog-props';
import { useApprove } from './use-approve';
import { t } from '../../shared/words/words';

/** Approves a correction: what the entry says and what is asked for, before it is carried out. */
export function CorrectDialog(props: TaskDialogProps & { correction: AskedCorrection }) {
  const { correction, row, name, onCancel } = props;
  const approval = useApprove(props, t('requests.correct-done'));
  return (
    <ConfirmDialog
      title={t('requests.correct-title', { name })}
      verb={t('requests.do-correct')}
      appearance="primary"
      {...approval}
      onCancel={onCancel}
    >
      <dl className="facts">
        <AskedCorrectionFacts correction={correction} status={row.status} />
      </dl>
      <p>{t('requests.correct-about')}</p>
      <AnswerOutside row={row} />
    </ConfirmDialog>
  );
}
