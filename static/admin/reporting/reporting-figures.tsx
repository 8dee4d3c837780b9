import type { ReportingView } from '../../../src/contract';
import { formatInstantDay } from '../../shared/dates';
import '../../shared/facts.css';
import { useViewer } from '../../shared/viewer';
import { t } from '../../shared/words/words';
import { CountedAt } from '../counted-at';
import { answerWords, figuresOf, lastFailureWords, unreadPeriodWords } from './figure-words';

/** How far the present cycle is, in figures; the last answer and the last failure. */
export function ReportingFigures({ view }: { view: ReportingView }) {
  const viewer = useViewer();
  return (
    <section className="stack" aria-label={t('reporting.figures')}>
      <dl className="figures">
        {figuresOf(view, viewer).map(([title, value]) => (
          <div className="figure" key={title}>
            <dt className="quiet small">{title}</dt>
            <dd className="title-small number">{value}</dd>
          </div>
        ))}
      </dl>
      <CountedAt at={view.peopleAsOf} />
      <CycleProgress view={view} />
      <LastCalls view={view} />
    </section>
  );
}

/** Of the account IDs held, how many Atlassian was told of since the present cycle of the site began. */
function CycleProgress({ view }: { view: ReportingView }) {
  const { cycles, people, morePeople, lastAnswer } = view;
  const viewer = useViewer();
  const present = cycles.at(-1);
  if (!present || !lastAnswer || people === 0) return null;
  const day = formatInstantDay(present.from, viewer);
  // A bar would be full before everybody was told.
  if (morePeople) return <p>{t('reporting.told-since-count', { day, count: present.accounts })}</p>;
  const told = Math.min(present.accounts, people);
  return (
    <div className="stack-tight">
      <label className="row-apart" htmlFor="reporting-progress">
        <span>{t('reporting.told-since', { day })}</span>
        <span className="number">{t('reporting.told-of-all', { told, all: people })}</span>
      </label>
      <progress id="reporting-progress" max={people} value={told} />
    </div>
  );
}

function LastCalls({ view }: { view: ReportingView }) {
  const viewer = useViewer();
  const { lastAnswer } = view;
  const unread = unreadPeriodWords(view, viewer);
  return (
    <dl className="facts">
      <dt>{t('reporting.last-answer')}</dt>
      <dd>{lastAnswer ? answerWords(lastAnswer, viewer) : t('reporting.no-answer-yet')}</dd>
      <dt>{t('reporting.last-failure')}</dt>
      <dd>{lastFailureWords(view, viewer)}</dd>
      {unread !== undefined && (
        <>
          <dt>{t('reporting.period')}</dt>
          <dd>{unread}</dd>
        </>
      )}
    </dl>
  );
}
