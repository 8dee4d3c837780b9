import { useState } from 'react';
import type { ErasureReason, AccountId, PersonRow } from '../../../src/contract';
import { erasureReasons } from '../../shared/access-words';
import { ConfirmDialog } from '../../shared/confirm-dialog';
import { lookUpPeople, personLabel } from '../../shared/people';
import { useLookUp } from '../../shared/use-look-up';
import { t } from '../../shared/words/words';
import { ReasonChoice } from '../reason-choice';
import { eraseMany, type ManyErased } from './erasing-many';

interface ErasePeopleDialogProps {
  people: ReadonlyMap<AccountId, PersonRow>;
  onDone: (erased: ManyErased) => void;
  onCancel: () => void;
}

/** Names everybody who would be erased, asks for the reason, and for a typed word. */
export default function ErasePeopleDialog({ people, onDone, onCancel }: ErasePeopleDialogProps) {
  const [reason, setReason] = useState<ErasureReason>();
  const [asked, setAsked] = useState<number>();
  const names = useLookUp(lookUpPeople, [...people.keys()]);
  const erase = async () => {
    if (!reason) return;
    setAsked(0);
    onDone(await eraseMany([...people.keys()], reason, setAsked));
  };
  return (
    <ConfirmDialog
      title={t('people.delete-title', { count: people.size })}
      verb={t('my-data.delete-everything')}
      typed={t('my-data.type-delete')}
      width="medium"
      ready={reason !== undefined}
      busy={asked !== undefined}
      failure={undefined}
      onConfirm={() => void erase()}
      onCancel={onCancel}
    >
      <p>
        {t('people.delete-about')} {t('erasure.irreversible')}
      </p>
      <ul className="points chosen-people">
        {[...people.keys()].map((accountId) => (
          <li key={accountId}>{personLabel(names.get(accountId), accountId)}</li>
        ))}
      </ul>
      <ReasonChoice
        question={t('people.why-delete')}
        reasons={erasureReasons}
        reason={reason}
        onChosen={setReason}
      />
      {asked !== undefined && <p role="status">{t('people.asking', { asked, all: people.size })}</p>}
    </ConfirmDialog>
  );
}
