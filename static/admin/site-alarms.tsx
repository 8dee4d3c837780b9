import type { SiteAlarm } from '../../src/contract';
import { formatDay } from '../shared/dates';
import { Message } from '../shared/message';
import { useViewer } from '../shared/viewer';

/** What the app relies on and the last check of the site found to be different: its consequence, and what to do. */
export function SiteAlarms({ alarms }: { alarms: readonly SiteAlarm[] }) {
  const viewer = useViewer();
  const [first] = alarms;
  if (!first) return null;
  const title =
    alarms.length === 1
      ? 'One thing that the app relies on is different on this site'
      : `${alarms.length} things that the app relies on are different on this site`;
  return (
    <Message tone="warning" title={title}>
      <ul className="points">
        {alarms.map(({ id, assumed, found, means, todo }) => (
          <li key={id}>
            Assumed: {assumed} Found: {found} {means} <strong>{todo}</strong>
          </li>
        ))}
      </ul>
      <p>The check of {formatDay(first.day, viewer)} found it. You can check again under Get started.</p>
    </Message>
  );
}
