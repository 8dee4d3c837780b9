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
      <table className="table wide">
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
      <td>{activity.purpose}</td>
      <td>{activity.lawfulBasis}</td>
      <td>{activity.dataSubjects}</td>
      <td>
        <Points of={activity.categories} />
      </td>
      <td>{activity.retention}</td>
      <td>
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
