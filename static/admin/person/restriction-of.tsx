import Button from '@atlaskit/button/new';
import { useState } from 'react';
import type { Day, OfPerson, Restriction, ReviewDays } from '../../../src/contract';
import { call } from '../../shared/call';
import { formatDay } from '../../shared/dates';
import { FailureMessage } from '../../shared/failure-message';
import { sayBriefly } from '../../shared/say-done';
import { useAction } from '../../shared/use-action';
import { useViewer } from '../../shared/viewer';
import { t } from '../../shared/words/words';
import { DateField } from '../date-field';
import {
  changedWords,
  keepWords,
  legalDuty,
  liftWords,
  restrictionWords,
  reviewWords,
} from './restriction-words';

interface RestrictionOfProps {
  of: OfPerson;
  name: string;
  restriction: Restriction | undefined;
  reviewDays: ReviewDays;
  onChanged: () => void;
}

/** Restricting the use of someone else's data (GDPR art. 18), and lifting that, for the reason that was given. */
export function RestrictionOf(props: RestrictionOfProps) {
  const { of, reviewDays } = props;
  const viewer = useViewer();
  const restricting = useRestriction(props);
  const { present, failure, corrects } = restricting;
  const [reviewOn, setReviewOn] = useState(reviewDays.standard);
  const review = reviewWords(present, reviewDays, viewer);
  return (
    <section className="card stack-tight" aria-labelledby="restriction-title">
      <h3 className="title-small" id="restriction-title">
        {t('person.restriction')}
      </h3>
      <p>{restrictionWords(present, viewer)}</p>
      {review !== undefined && <p>{review}</p>}
      {present?.hold && !isLegalDuty(of) && <p>{t('person.change-to-extend', { reason: legalDuty() })}</p>}
      {isLegalDuty(of) && takesReview(present) && (
        <DateField
          label={t('person.review-on')}
          note={t('person.review-note', { last: formatDay(reviewDays.last, viewer) })}
          min={reviewDays.first}
          max={reviewDays.last}
          value={reviewOn}
          error={failure?.error.fields?.['reviewOn']}
          onChange={corrects(setReviewOn)}
        />
      )}
      {failure && <FailureMessage failure={failure} />}
      <WaysToChange of={of} reviewOn={reviewOn} {...restricting} />
    </section>
  );
}

const isLegalDuty = ({ reason }: OfPerson): boolean => reason === 'legal-duty';

/** Whether there is a hold to extend, or one can be set. */
const takesReview = (present: Restriction | undefined): boolean =>
  present === undefined || present.hold !== undefined || keepWords[present.by] !== undefined;

interface WaysToChangeProps extends ReturnType<typeof useRestriction> {
  of: OfPerson;
  reviewOn: Day;
}

function WaysToChange({ of, reviewOn, present, busy, change, extend }: WaysToChangeProps) {
  const keep = present && keepWords[present.by];
  return (
    <div className="row">
      {present?.hold && isLegalDuty(of) && (
        <Button isLoading={busy} onClick={() => void extend(reviewOn)}>
          {t('person.extend')}
        </Button>
      )}
      <Button isLoading={busy} onClick={() => void change(present === undefined, reviewOn)}>
        {present ? liftWords(present, of.reason) : t('my-data.restrict')}
      </Button>
      {keep !== undefined && (
        <Button isDisabled={busy} onClick={() => void change(true, reviewOn)}>
          {t(keep)}
        </Button>
      )}
    </div>
  );
}

const unanswered = () => t('my-data.restriction-unanswered');

/** How the restriction stands, as the list has it or what was done here since, with what changes it. */
function useRestriction({ of, name, restriction, onChanged }: RestrictionOfProps) {
  const [changed, setChanged] = useState<{ restriction: Restriction | null }>();
  const { busy, failure, run, corrects } = useAction();
  const present = changed ? (changed.restriction ?? undefined) : restriction;
  const done = (answer: { restriction: Restriction | null } | undefined) => {
    if (!answer) return;
    setChanged(answer);
    sayBriefly('restriction', changedWords(present, answer.restriction ?? undefined, name));
    onChanged();
  };
  const change = async (restricted: boolean, reviewOn: Day) => {
    const review = restricted && isLegalDuty(of) && { reviewOn };
    done(await run(() => call('setRestrictionOf', { ...of, restricted, ...review }, unanswered())));
  };
  const extend = async (reviewOn: Day) =>
    done(await run(() => call('extendHoldOf', { ...of, reviewOn }, unanswered())));
  return { present, busy, failure, corrects, change, extend };
}
