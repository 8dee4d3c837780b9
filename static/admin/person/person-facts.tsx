import type { AccountId, PersonRow } from '../../../src/contract';
import { formatInstantDay } from '../../shared/dates';
import { useViewer } from '../../shared/viewer';

/** What the list of people says about one of them. */
export function PersonFacts({ accountId, row }: { accountId: AccountId; row: PersonRow | undefined }) {
  const viewer = useViewer();
  const facts: Array<[string, string]> = [['Account ID', accountId]];
  if (row) {
    facts.push(
      ['Has data since', formatInstantDay(row.registeredAt, viewer)],
      ['Processing', row.restricted ? 'Restricted' : 'Not restricted'],
    );
  }
  return (
    <dl className="fact-row">
      {facts.map(([title, value]) => (
        <div key={title}>
          <dt className="quiet small">{title}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
