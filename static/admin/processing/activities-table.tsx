import type { ProcessingRecord } from '../../../src/contract';
import { ScrollArea } from '../scroll-area';

type Activity = ProcessingRecord['activities'][number];

const titles = [
  'Activity',
  'Purpose',
  'Lawful basis',
  'Whose data',
  'Categories of data',
  'Kept for',
  'Security measures',
];

export function ActivitiesTable({ activities }: { activities: readonly Activity[] }) {
  return (
    <ScrollArea label="Processing activities">
      <table className="table stacking wide">
        <caption className="only-read-aloud">Processing activities</caption>
        <thead>
          <tr>
            {titles.map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {activities.map((activity) => (
            <ActivityRow key={activity.name} activity={activity} />
          ))}
        </tbody>
      </table>
    </ScrollArea>
  );
}

function ActivityRow({ activity }: { activity: Activity }) {
  return (
    <tr>
      <th scope="row">{activity.name}</th>
      <td data-label="Purpose">{activity.purpose}</td>
      <td data-label="Lawful basis">{activity.lawfulBasis}</td>
      <td data-label="Whose data">{activity.dataSubjects}</td>
      <td data-label="Categories of data">
        <Points of={activity.categories} />
      </td>
      <td data-label="Kept for">{activity.retention}</td>
      <td data-label="Security measures">
        <Points of={activity.securityMeasures} />
      </td>
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
