import { useState } from 'react';
import type { AccessReason, AccountId, PersonRow } from '../../../src/contract';
import { ConfirmDialog } from '../../shared/confirm-dialog';
import { countOf } from '../../shared/count-words';
import { lookUpPeople, personLabel } from '../../shared/people';
import { useLookUp } from '../../shared/use-look-up';
import { useViewer } from '../../shared/viewer';
import { ReasonChoice } from '../reason-choice';
import { eraseMany, type ManyErased } from './erasing-many';

interface ErasePeopleDialogProps {
  people: ReadonlyMap<AccountId, PersonRow>;
  onDone: (erased: ManyErased) => void;
  onCancel: () => void;
}

/** Names everybody who would be erased, asks for the reason, and for a typed word. */
export default function ErasePeopleDialog({ people, onDone, onCancel }: ErasePeopleDialogProps) {
  const { locale } = useViewer();
  const [reason, setReason] = useState<AccessReason>();
  const [asked, setAsked] = useState<number>();
  const names = useLookUp(lookUpPeople, [...people.keys()]);
  const erase = async () => {
    if (!reason) return;
    setAsked(0);
    onDone(await eraseMany([...people.keys()], reason, setAsked));
  };
  return (
    <ConfirmDialog
      title={`Erase everything about ${countOf(people.size, 'person', 'people', locale)}?`}
      verb="Erase everything"
      typed="ERASE"
      width="medium"
      ready={reason !== undefined}
      busy={asked !== undefined}
      failure={undefined}
      onConfirm={() => void erase()}
      onCancel={onCancel}
    >
      <p>
        All their time entries go, with everything else that is kept about these people. It cannot be undone,
        and it cannot be stopped once it has begun.
      </p>
      <ul className="points chosen-people">
        {[...people.keys()].map((accountId) => (
          <li key={accountId}>{personLabel(names.get(accountId), accountId)}</li>
        ))}
      </ul>
      <ReasonChoice question="Why do you erase their data?" reason={reason} onChosen={setReason} />
      {asked !== undefined && (
        <p role="status">
          {asked.toLocaleString(locale)} of {people.size.toLocaleString(locale)} asked for…
        </p>
      )}
    </ConfirmDialog>
  );
}
