import { useId, useState } from 'react';
import type { AccessReason, AccountId, PersonRow } from '../../../src/contract';
import { reasonWords } from '../../shared/access-words';
import { ConfirmDialog } from '../../shared/confirm-dialog';
import { countOf } from '../../shared/count-words';
import { lookUpPeople, personLabel } from '../../shared/people';
import { useLookUp } from '../../shared/use-look-up';
import { useViewer } from '../../shared/viewer';
import { eraseMany, type ManyErased } from './erasing-many';

interface ErasePeopleDialogProps {
  people: ReadonlyMap<AccountId, PersonRow>;
  onDone: (erased: ManyErased) => void;
  onCancel: () => void;
}

const reasons = Object.keys(reasonWords) as AccessReason[];

/** Names everybody who would be erased, asks for the reason, and for a typed word. */
export default function ErasePeopleDialog({ people, onDone, onCancel }: ErasePeopleDialogProps) {
  const { locale } = useViewer();
  const [reason, setReason] = useState<AccessReason>();
  const [asked, setAsked] = useState<number>();
  const names = useLookUp(lookUpPeople, [...people.keys()]);
  const entries = [...people.values()].reduce((sum, row) => sum + row.entries, 0);
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
        {countOf(entries, 'time entry goes', 'time entries go', locale)}, with everything else that is kept
        about these people. It cannot be undone, and it cannot be stopped once it has begun.
      </p>
      <ul className="points chosen-people">
        {[...people.keys()].map((accountId) => (
          <li key={accountId}>{personLabel(names.get(accountId), accountId)}</li>
        ))}
      </ul>
      <ReasonChoice reason={reason} onChosen={setReason} />
      {asked !== undefined && (
        <p role="status">
          {asked.toLocaleString(locale)} of {people.size.toLocaleString(locale)} asked for…
        </p>
      )}
    </ConfirmDialog>
  );
}

interface ReasonChoiceProps {
  reason: AccessReason | undefined;
  onChosen: (reason: AccessReason) => void;
}

function ReasonChoice({ reason, onChosen }: ReasonChoiceProps) {
  const id = useId();
  return (
    <fieldset className="stack-tight reason-choice" aria-describedby={`${id}-told`}>
      <legend className="title-xsmall">Why do you erase their data?</legend>
      <p className="quiet" id={`${id}-told`}>
        The reason is written to the audit log before anything happens.
      </p>
      {reasons.map((value) => (
        <label className="choice" key={value}>
          <input
            type="radio"
            name={id}
            value={value}
            checked={reason === value}
            onChange={() => onChosen(value)}
          />
          {reasonWords[value]}
        </label>
      ))}
    </fieldset>
  );
}
