import type { Dashboard } from '../../src/contract';
import { countOf, leastOf, orMore } from '../shared/count-words';
import { formatDay } from '../shared/dates';
import { Message } from '../shared/message';
import { useViewer } from '../shared/viewer';
import { CountedAt } from './counted-at';
import { NoticeLacks } from './notice-lacks';
import { SiteAlarms } from './site-alarms';
import { WaitingSettings } from './waiting-settings';

interface DashboardStripProps {
  dashboard: Dashboard;
}

/** The figures of the whole site, and what needs a look. */
export function DashboardStrip({ dashboard }: DashboardStripProps) {
  const { locale } = useViewer();
  const number = (value: number) => value.toLocaleString(locale);
  const figures = [
    ['People with data', orMore(number(dashboard.people), dashboard.morePeople)],
    ['Open requests', leastOf(dashboard.openRequests, locale)],
    ['Running erasures', leastOf(dashboard.runningErasures, locale)],
    ['Stuck erasures', leastOf(dashboard.stuckErasures, locale)],
    ['Entries are kept for', countOf(dashboard.retentionDays, 'day', 'days', locale)],
  ] as const;
  return (
    <section className="stack-tight" aria-label="Figures">
      <dl className="figures">
        {figures.map(([title, value]) => (
          <div className="figure" key={title}>
            <dt className="quiet small">{title}</dt>
            <dd className="title-medium number">{value}</dd>
          </div>
        ))}
      </dl>
      <CountedAt at={dashboard.peopleAsOf} />
      {dashboard.nextDueOn !== undefined && (
        <OpenRequests dueOn={dashboard.nextDueOn} overdue={dashboard.overdueRequests > 0} />
      )}
      <NoticeLacks lacks={dashboard.noticeLacks} />
      <WaitingSettings waiting={dashboard.waitingSettings} />
      <SiteAlarms alarms={dashboard.siteAlarms} />
      {dashboard.stuckErasures.least > 0 && (
        <Message tone="warning" title="An erasure needs more time">
          {leastOf(dashboard.stuckErasures, locale)}{' '}
          {dashboard.stuckErasures.least === 1 ? 'erasure' : 'erasures'} could not go on. The daily run tries
          again, and so can you on the tab Erasures. Nothing new can be written about these people meanwhile.
        </Message>
      )}
    </section>
  );
}

function OpenRequests({ dueOn, overdue }: { dueOn: string; overdue: boolean }) {
  const viewer = useViewer();
  return (
    <Message tone={overdue ? 'warning' : 'info'}>
      {overdue ? 'A request should have been answered by ' : 'The next request is to be answered by '}
      {formatDay(dueOn, viewer)}. Decide it on the tab Requests.
    </Message>
  );
}
