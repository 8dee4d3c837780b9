import type { SiteAlarm } from '../../src/contract';
import { formatDay } from '../shared/dates';
import { JiraLink } from '../shared/jira-link';
import { Message } from '../shared/message';
import { useViewer } from '../shared/viewer';
import { rich, t } from '../shared/words/words';
import { checkWords } from './get-started/site-check/check-words';

/** What the app relies on and the last check of the site found to be different: its consequence, and what to do. */
export function SiteAlarms({ alarms }: { alarms: readonly SiteAlarm[] }) {
  const viewer = useViewer();
  const [first] = alarms;
  if (!first) return null;
  return (
    <Message
      tone="warning"
      title={t('admin.alarms-title', { count: alarms.length })}
      actions={
        <JiraLink
          href="#privacy-get-started"
          to={{ target: 'module', moduleKey: 'privacy-get-started' }}
          otherwise={t('admin.alarms-way')}
        >
          {t('admin.alarms-check')}
        </JiraLink>
      }
    >
      <ul className="points">
        {worded(alarms).map(({ id, assumed, found, means, todo }) => (
          <li key={id}>
            {rich('admin.alarm', {
              assumed,
              found,
              means,
              todo,
              strong: (inner) => <strong>{inner}</strong>,
            })}
          </li>
        ))}
      </ul>
      <p>{t('admin.alarms-found-on', { day: formatDay(first.day, viewer) })}</p>
    </Message>
  );
}

const worded = (alarms: readonly SiteAlarm[]) =>
  alarms.flatMap((alarm) => {
    const words = checkWords(alarm, 'alarm');
    return words ? [{ id: alarm.id, ...words }] : [];
  });
