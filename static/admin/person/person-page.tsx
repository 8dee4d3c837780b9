import { useCallback, useEffect, useRef, useState } from 'react';
import type { AccessReason, AccountId, AuditReason, PersonRow, ReviewDays } from '../../../src/contract';
import { erasureReasons, givenReasons } from '../../shared/access-words';
import { t } from '../../shared/words/words';
import { Breadcrumbs } from '../breadcrumbs';
import { usePersonName } from '../use-person-name';
import { EnterRequest } from './enter-request';
import { PersonReporting } from './person-reporting';
import type { PersonTask } from './person-task';
import { PersonTools } from './person-tools';
import { ReasonForm } from './reason-form';
import type { WayBack } from './use-opened';
import { formatInstantDay } from '../../shared/dates';
import { useViewer } from '../../shared/viewer';
import './person.css';

interface PersonPageProps {
  accountId: AccountId;
  /** What the administrator came for; it begins when a reason has been given. */
  task: PersonTask;
  /** The reason that fits, to be confirmed. */
  why: AccessReason | undefined;
  /** Missing when nothing is kept any more. */
  row: PersonRow | undefined;
  /** Between which days a restriction for a legal duty can be reviewed. */
  reviewDays: ReviewDays;
  onChanged: (accountIds: readonly AccountId[]) => void;
  back: WayBack;
}

/** The reasons to choose from: erasing has some of its own. */
function reasonsFor(asked: PersonTask, why: AccessReason | undefined): Reasons {
  return asked === 'erase'
    ? { reasons: erasureReasons, fitting: erasureReasons.find((one) => one === why) }
    : { reasons: givenReasons, fitting: why };
}

interface Reasons {
  reasons: readonly AuditReason[];
  fitting: AuditReason | undefined;
}

/** One person: first the reason, then what the administrator came for. */
export default function PersonPage(props: PersonPageProps) {
  const { accountId, task, why, row, reviewDays, onChanged, back } = props;
  const heading = useRef<HTMLHeadingElement>(null);
  const [asked, setAsked] = useState(task);
  const [reason, setReason] = useState<AuditReason>();
  const name = usePersonName(accountId);
  const choose = (chosen: AuditReason | undefined, what: PersonTask) => {
    setReason(chosen);
    setAsked(what);
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
          accountId={accountId}
          reason={reason}
          task={asked}
          restriction={row?.restriction}
          reviewDays={reviewDays}
          name={name}
          onChanged={changed}
          onAsk={(what) => choose(undefined, what)}
        />
      ) : (
        <ReasonForm
          key={asked}
          question={t(`person.why-${asked}`, { name })}
          verb={t(`person.verb-${asked}`)}
          {...reasonsFor(asked, why)}
          onChosen={(chosen) => choose(chosen, asked)}
        />
      )}
    </section>
  );
}

/** What the list of people says about one of them. */
function PersonFacts({ accountId, row }: { accountId: AccountId; row: PersonRow | undefined }) {
  const viewer = useViewer();
  const facts: Array<[string, string]> = [[t('common.account-id'), accountId]];
  if (row) {
    facts.push(
      [t('people.has-data-since'), formatInstantDay(row.registeredAt, viewer)],
      [t('person.processing'), t(row.restricted ? 'person.restricted' : 'person.not-restricted')],
    );
  }
  return (
    <dl className="fact-row">
      {facts.map(([title, value]) => (
        <div key={title}>
          <dt className="quiet small">{title}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
