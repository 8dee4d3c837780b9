import { formatDuration } from '../shared/duration';
import { MyTimeLink } from '../shared/page-links';
import { useViewer } from '../shared/viewer';

/** What one has logged today, on any work item, and the way to the week. */
export function TimeToday({ seconds }: { seconds: number }) {
  const { locale } = useViewer();
  return (
    <div className="row-apart">
      <p>
        {seconds === 0 ? (
          'You have logged no time today.'
        ) : (
          <>
            Today <strong className="number">{formatDuration(seconds, locale)}</strong>
          </>
        )}
      </p>
      <MyTimeLink>My time</MyTimeLink>
    </div>
  );
}
