import type { ProcessingRecord } from '../../../src/contract';
import { ColumnHeads } from '../../shared/column-heads';
import { ScrollArea } from '../scroll-area';
import { categoryWords } from '../../shared/category-words';
import { measuresOfAll } from './measures-of-all';

type Activity = ProcessingRecord['activities'][number];

const titles = ['Activity', 'Purpose', 'Legal basis', 'Whose data', 'Categories of data', 'Kept for'];
const measures = 'Security measures';

export function ActivitiesTable({ activities }: Pick<ProcessingRecord, 'activities'>) {
  const shared = measuresOfAll(activities);
  return (
    <>
      <ActivityRows activities={activities} withMeasures={shared === undefined} />
      {shared && (
        <section className="stack-tight" aria-labelledby="measures-title">
          <h3 className="title-xsmall" id="measures-title">
            Security measures of every activity
          </h3>
          <Points of={shared} />
        </section>
      )}
    </>
  );
}

interface ActivityRowsProps {
  activities: readonly Activity[];
  /** Where they are the same for all, they stand once below the table. */
  withMeasures: boolean;
}

function ActivityRows({ activities, withMeasures }: ActivityRowsProps) {
  return (
    <ScrollArea label="Processing activities">
      <table className="table stacking wide">
        <caption className="only-read-aloud">Processing activities</caption>
        <ColumnHeads heads={withMeasures ? [...titles, measures] : titles} />
        <tbody>
          {activities.map((activity) => (
            <ActivityRow key={activity.name} activity={activity} withMeasures={withMeasures} />
          ))}
        </tbody>
      </table>
    </ScrollArea>
  );
}

function ActivityRow({ activity, withMeasures }: { activity: Activity; withMeasures: boolean }) {
  return (
    <tr>
      <th scope="row">{activity.name}</th>
      <td data-label="Purpose">{activity.purpose}</td>
      <td data-label="Legal basis">{activity.lawfulBasis}</td>
      <td data-label="Whose data">{activity.dataSubjects}</td>
      <td data-label="Categories of data">
        <Points of={activity.categories.map(categoryWords)} />
      </td>
      <td data-label="Kept for">
        <Points of={activity.retention} />
      </td>
      {withMeasures && (
        <td data-label={measures}>
          <Points of={activity.securityMeasures} />
        </td>
      )}
    </tr>
  );
}

function Points({ of }: { of: readonly string[] }) {
  return (
    <ul className="points">
      {[...new Set(of)].map((point) => (
        <li key={point}>{point}</li>
      ))}
    </ul>
  );
}
