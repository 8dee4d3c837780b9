import { useCallback, useEffect, useRef, useState } from 'react';
import type { AccessReason, AccountId, PersonRow } from '../../../src/contract';
import { Breadcrumbs } from '../breadcrumbs';
import { usePersonName } from '../use-person-name';
import { EnterRequest } from './enter-request';
import { PersonFacts } from './person-facts';
import { PersonReporting } from './person-reporting';
import type { PersonTask } from './person-task';
import { PersonTools } from './person-tools';
import { ReasonForm } from './reason-form';
import type { WayBack } from './use-opened';
import './person.css';

interface PersonPageProps {
  accountId: AccountId;
  /** What the administrator came for; it begins when a reason has been given. */
  task: PersonTask;
  /** Missing when nothing is kept any more. */
  row: PersonRow | undefined;
  onChanged: (accountIds: readonly AccountId[]) => void;
  back: WayBack;
}

const asks: Record<PersonTask, { question: string; verb: string }> = {
  entries: { question: 'Why do you look into this person’s data?', verb: 'Show entries' },
  export: { question: 'Why do you export this person’s data?', verb: 'Export the data' },
  restrict: { question: 'Why do you change the restriction of this person’s data?', verb: 'Go on' },
  erase: { question: 'Why do you erase this person’s data?', verb: 'Go on to erasing' },
};

/** One person: first the reason, then what the administrator came for. */
export default function PersonPage({ accountId, task, row, onChanged, back }: PersonPageProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const [reason, setReason] = useState<AccessReason>();
  const name = usePersonName(accountId);
  const choose = (chosen: AccessReason) => {
    setReason(chosen);
    // The button that was pressed goes with its form.
    heading.current?.focus();
  };
  const changed = useCallback(() => onChanged([accountId]), [onChanged, accountId]);
  useEffect(() => {
    heading.current?.focus();
  }, []);
  return (
    <section className="stack" aria-labelledby="person-title">
      <Breadcrumbs back={back} here={name} />
      <h2 className="title-medium" id="person-title" tabIndex={-1} ref={heading}>
        {name}
      </h2>
      <PersonFacts accountId={accountId} row={row} />
      {row && <PersonReporting accountId={accountId} />}
      {row && <EnterRequest accountId={accountId} onEntered={changed} />}
      {reason ? (
        <PersonTools
          key={reason}
          of={{ accountId, reason }}
          task={task}
          restriction={row?.restriction}
          name={name}
          onChanged={changed}
          onChangeReason={() => setReason(undefined)}
        />
      ) : (
        <ReasonForm {...asks[task]} onChosen={choose} />
      )}
    </section>
  );
}
