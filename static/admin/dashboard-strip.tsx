import type { Counted, Dashboard } from '../../src/contract';
import { leastOf, orMore } from '../shared/count-words';
import { formatDay } from '../shared/dates';
import { Message } from '../shared/message';
import { periodWords } from '../shared/period';
import { useViewer } from '../shared/viewer';
import { CountedAt } from './counted-at';
import { HoldsToReview } from './holds-to-review';
import { NoticeLacks } from './notice-lacks';
import type { OpenPersonPage } from './person/use-opened';
import { SiteAlarms } from './site-alarms';
import { TabLink } from './tab-link';
import { takenBackTogether, WaitingSettings } from './waiting-settings';
import { t } from '../shared/words/words';

interface DashboardStripProps {
  dashboard: Dashboard;
  onOpen: OpenPersonPage;
}

/** What needs an administrator, then the figures of the whole site. */
export function DashboardStrip({ dashboard, onOpen }: DashboardStripProps) {
  const { locale } = useViewer();
  const number = (value: number) => value.toLocaleString(locale);
  const figures = [
    [t('admin.figure-people'), orMore(number(dashboard.people), dashboard.morePeople)],
    [t('admin.figure-requests'), leastOf(dashboard.openRequests, locale)],
    [t('admin.figure-running'), leastOf(dashboard.runningErasures, locale)],
    [t('admin.figure-stuck'), leastOf(dashboard.stuckErasures, locale)],
    [t('admin.figure-kept'), periodWords(dashboard.retentionDays)],
  ] as const;
  return (
    <>
      <NeedsYou dashboard={dashboard} onOpen={onOpen} />
      <section className="stack-tight" aria-label={t('admin.figures')}>
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
function NeedsYou({ dashboard, onOpen }: DashboardStripProps) {
  const { locale } = useViewer();
  const { noticeLacks, waitingSettings, siteAlarms, stuckErasures, openRequests, announced, holdsToReview } =
    dashboard;
  const count =
    openRequests.least +
    announced.least +
    stuckErasures.least +
    holdsToReview.least +
    takenBackTogether(waitingSettings) +
    siteAlarms.length +
    Math.min(noticeLacks.length, 1);
  if (count === 0) return null;
  const more = openRequests.more ?? announced.more ?? stuckErasures.more ?? holdsToReview.more;
  return (
    <section className="stack-tight" aria-labelledby="needs-you">
      <h2 className="title-small" id="needs-you">
        {t('admin.needs-you', { count: orMore(count.toLocaleString(locale), more) })}
      </h2>
      {dashboard.nextDueOn !== undefined && (
        <OpenRequests
          open={openRequests}
          dueOn={dashboard.nextDueOn}
          overdue={dashboard.overdueRequests > 0}
        />
      )}
      {announced.least > 0 && (
        <Message tone="info" actions={<TabLink tab="webhook">{t('admin.announced-decide')}</TabLink>}>
          {t('admin.announced', countedValues(announced))}
        </Message>
      )}
      <HoldsToReview dashboard={dashboard} onOpen={onOpen} />
      {waitingSettings.length > 0 && <WaitingSettings waiting={waitingSettings} />}
      <NoticeLacks lacks={noticeLacks} way={<TabLink tab="settings">{t('admin.notice-choose')}</TabLink>} />
      <SiteAlarms alarms={siteAlarms} />
      {stuckErasures.least > 0 && (
        <Message
          tone="warning"
          title={t('admin.stuck-title')}
          actions={<TabLink tab="erasures">{t('admin.stuck-retry')}</TabLink>}
        >
          {t('admin.stuck', countedValues(stuckErasures))}
        </Message>
      )}
    </section>
  );
}

interface OpenRequestsProps {
  open: Counted;
  dueOn: string;
  overdue: boolean;
}

function OpenRequests({ open, dueOn, overdue }: OpenRequestsProps) {
  const viewer = useViewer();
  const due = { ...countedValues(open), day: formatDay(dueOn, viewer) };
  return (
    <Message
      tone={overdue ? 'warning' : 'info'}
      actions={<TabLink tab="requests">{t('admin.requests-decide')}</TabLink>}
    >
      {t(overdue ? 'admin.requests-overdue' : 'admin.requests-due', due)}
    </Message>
  );
}

/** A number as messages take it, where it may be the least there are. */
const countedValues = ({ least, more }: Counted) => ({ count: least, more: more ? 'yes' : 'no' });
