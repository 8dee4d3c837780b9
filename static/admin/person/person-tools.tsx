import Button from '@atlaskit/button/new';
import { useState } from 'react';
import type { AccountId, AuditReason, JobView, Restriction, ReviewDays } from '../../../src/contract';
import { erasureReasons, givenReasons } from '../../shared/access-words';
import { sayBriefly } from '../../shared/say-done';
import { t } from '../../shared/words/words';
import { EraseDialog } from './erase-dialog';
import { ErasureOf } from './erasure-of';
import { LookTools } from './look-tools';
import type { PersonTask } from './person-task';
import { ReasonRow } from './reason-row';

interface PersonToolsProps {
  accountId: AccountId;
  reason: AuditReason;
  task: PersonTask;
  /** Missing where there is none. */
  restriction: Restriction | undefined;
  reviewDays: ReviewDays;
  name: string;
  onChanged: () => void;
  /** Asks why, for a task that this reason does not allow, or anew. */
  onAsk: (task: PersonTask) => void;
}

/** What an administrator can do for a person once a reason is given; what wants another reason asks for it. */
export function PersonTools(props: PersonToolsProps) {
  const { accountId, reason, task, restriction, reviewDays, name, onChanged, onAsk } = props;
  const [asksToErase, setAsksToErase] = useState(task === 'erase');
  const [erasure, setErasure] = useState<{ job: JobView; receiptCode: string }>();
  const toLook = givenReasons.find((one) => one === reason);
  const toErase = erasureReasons.find((one) => one === reason);
  if (erasure) return <ErasureOf accountId={accountId} name={name} {...erasure} onEnd={onChanged} />;
  const askAgain = () => onAsk(task);
  const erase = (
    <Button onClick={() => (toErase ? setAsksToErase(true) : onAsk('erase'))}>
      {t('people.row-erase-of', { name })}
    </Button>
  );
  return (
    <>
      {toLook ? (
        <LookTools
          of={{ accountId, reason: toLook }}
          {...{ task, restriction, reviewDays, name, onChanged }}
          onChangeReason={askAgain}
        >
          {erase}
        </LookTools>
      ) : (
        <ReasonRow reason={reason} onChange={askAgain}>
          <Button onClick={() => onAsk('entries')}>{t('person.verb-entries')}</Button>
          <Button onClick={() => onAsk('export')}>{t('people.row-export')}</Button>
          {erase}
        </ReasonRow>
      )}
      {asksToErase && toErase && (
        <EraseDialog
          of={{ accountId, reason: toErase }}
          name={name}
          onCancel={() => setAsksToErase(false)}
          onErasing={(job, receiptCode) => {
            setAsksToErase(false);
            setErasure({ job, receiptCode });
            sayBriefly(`erasure ${job.id}`, t('person.deletion-begun', { name }));
            onChanged();
          }}
        />
      )}
    </>
  );
}
