import Button from '@atlaskit/button/new';
import { useMemo } from 'react';
import type { ListedRequest } from '../../../src/contract';
import { ColumnHeads } from '../../shared/column-heads';
import { formatDay, formatInstantDay } from '../../shared/dates';
import { lookUpPeople, personLabel } from '../../shared/people';
import { declineWords, requestWords, statusWords } from '../../shared/request-words';
import { useLookUp } from '../../shared/use-look-up';
import { useViewer } from '../../shared/viewer';
import type { RequestTask } from './request-dialog';
import { wordOf } from '../../shared/word-of';

interface RequestsTableProps {
  requests: readonly ListedRequest[];
  onTask: (row: ListedRequest, task: RequestTask) => void;
}

const heads = ['Person', 'Asked for', 'Asked on', 'Answer', 'What to do'];

export function RequestsTable({ requests, onTask }: RequestsTableProps) {
  const ids = useMemo(() => requests.map(({ accountId }) => accountId), [requests]);
  const found = useLookUp(lookUpPeople, ids);
  return (
    <table className="table stacking">
      <caption className="only-read-aloud">Requests</caption>
      <ColumnHeads heads={heads} />
      <tbody>
        {requests.map((row) => (
          <RequestTableRow
            key={`${row.accountId} ${row.id}`}
            row={row}
            name={personLabel(found.get(row.accountId), row.accountId)}
            onTask={(task) => onTask(row, task)}
          />
        ))}
      </tbody>
    </table>
  );
}

interface RequestTableRowProps {
  row: ListedRequest;
  name: string;
  onTask: (task: RequestTask) => void;
}

function RequestTableRow({ row, name, onTask }: RequestTableRowProps) {
  const viewer = useViewer();
  return (
    <tr>
      <td>
        {name}
        <br />
        <span className="quiet small">{row.accountId}</span>
      </td>
      <td data-label="Asked for">
        {wordOf(requestWords, row.type)}
        {row.madeBy === 'webhook' && (
          <>
            <br />
            <span className="quiet small">Handed in through the webhook</span>
          </>
        )}
      </td>
      <td className="number" data-label="Asked on">
        {formatInstantDay(row.receivedAt, viewer)}
      </td>
      <td data-label="Answer">
        <Answer row={row} />
      </td>
      <td>{row.status === 'open' && <Tasks row={row} name={name} onTask={onTask} />}</td>
    </tr>
  );
}

function Answer({ row }: { row: ListedRequest }) {
  const viewer = useViewer();
  if (row.status !== 'open') {
    const until = row.keptUntil === undefined ? '' : `, until ${formatDay(row.keptUntil, viewer)}`;
    const why = row.declineReason === undefined ? '' : `: ${wordOf(declineWords, row.declineReason)}${until}`;
    const who = row.withdrawnBy === 'administrator' ? ' by an administrator' : '';
    return `${wordOf(statusWords, row.status)}${who}${why}`;
  }
  return (
    <span className={row.overdue ? 'overdue' : undefined}>
      {row.overdue ? 'Overdue since' : 'Due by'} {formatInstantDay(row.dueAt, viewer)}
      {row.extendedAt !== undefined && ' (extended)'}
    </span>
  );
}

const tasks: ReadonlyArray<{ task: RequestTask; label: string }> = [
  { task: 'approve', label: 'Approve' },
  { task: 'decline', label: 'Decline' },
  { task: 'extend', label: 'Extend' },
];

function Tasks({ row, name, onTask }: RequestTableRowProps) {
  return (
    <div className="row">
      {tasks
        .filter(({ task }) => task !== 'extend' || row.extendedAt === undefined)
        .map(({ task, label }) => (
          <Button
            key={task}
            spacing="compact"
            aria-label={`${label}: ${wordOf(requestWords, row.type)}, ${name}`}
            onClick={() => onTask(task)}
          >
            {label}
          </Button>
        ))}
    </div>
  );
}
