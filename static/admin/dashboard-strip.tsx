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

/** What needs an administrator, then the figures of the whole site. */
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
    <>
      <NeedsYou dashboard={dashboard} />
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
      </section>
    </>
  );
}

/** What waits for an administrator, before any figure; nothing where nothing does. */
function NeedsYou({ dashboard }: DashboardStripProps) {
  const { locale } = useViewer();
  const { noticeLacks, waitingSettings, siteAlarms, stuckErasures, openRequests } = dashboard;
  const count =
    openRequests.least +
    stuckErasures.least +
    waitingSettings.length +
    siteAlarms.length +
    Math.min(noticeLacks.length, 1);
  if (count === 0) return null;
  const more = openRequests.more ?? stuckErasures.more;
  return (
    <section className="stack-tight" aria-labelledby="needs-you">
      <h2 className="title-small" id="needs-you">
        Needs you ({orMore(count.toLocaleString(locale), more)})
      </h2>
      {dashboard.nextDueOn !== undefined && (
        <OpenRequests dueOn={dashboard.nextDueOn} overdue={dashboard.overdueRequests > 0} />
      )}
      {waitingSettings.length > 0 && <WaitingSettings waiting={waitingSettings} />}
      <NoticeLacks lacks={noticeLacks} />
      <SiteAlarms alarms={siteAlarms} />
      {stuckErasures.least > 0 && (
        <Message tone="warning" title="An erasure needs more time">
          {leastOf(stuckErasures, locale)} {stuckErasures.least === 1 ? 'erasure' : 'erasures'} could not go
          on. The daily run tries again, and so can you on the tab Erasures. Nothing new can be written about
          these people meanwhile.
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
