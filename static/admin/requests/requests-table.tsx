import Button from '@atlaskit/button/new';
import { useMemo } from 'react';
import type { ListedRequest } from '../../../src/contract';
import { ColumnHeads } from '../../shared/column-heads';
import { formatDay } from '../../shared/dates';
import { timeWords } from '../../shared/correction-words';
import { IssueCell } from '../../shared/entries/issue-cell';
import { lookUpIssues, type Issue } from '../../shared/issues';
import type { Found } from '../../shared/look-up';
import { lookUpPeople, personLabel } from '../../shared/people';
import { declineWords, identityWords, requestWords, statusWords } from '../../shared/request-words';
import { useLookUp } from '../../shared/use-look-up';
import { useViewer } from '../../shared/viewer';
import type { RequestTask } from './request-dialog';
import { wordOf } from '../../shared/word-of';

interface RequestsTableProps {
  requests: readonly ListedRequest[];
  onTask: (row: ListedRequest, task: RequestTask) => void;
}

type FoundIssues = ReadonlyMap<string, Found<Issue>>;

const heads = ['Person', 'Asked for', 'Asked on', 'Answer', 'What to do'];

export function RequestsTable({ requests, onTask }: RequestsTableProps) {
  const ids = useMemo(() => requests.map(({ accountId }) => accountId), [requests]);
  const found = useLookUp(lookUpPeople, ids);
  const issues = useLookUp(
    lookUpIssues,
    requests.flatMap(({ correction }) => correction?.present?.issueId ?? []),
  );
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
            issues={issues}
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
  issues: FoundIssues;
  onTask: (task: RequestTask) => void;
}

function RequestTableRow({ row, name, issues, onTask }: RequestTableRowProps) {
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
        {row.type === 'correction' && <CorrectionCell row={row} issues={issues} />}
        {row.madeBy !== undefined && (
          <>
            <br />
            <span className="quiet small">{handedIn(row)}</span>
          </>
        )}
      </td>
      <td className="number" data-label="Asked on">
        {formatDay(row.receivedOn, viewer)}
      </td>
      <td data-label="Answer">
        <Answer row={row} />
      </td>
      <td>{row.status === 'open' && <Tasks row={row} name={name} onTask={onTask} />}</td>
    </tr>
  );
}

/** What the entry says and what is asked for; of a decided request only that. */
function CorrectionCell({ row, issues }: { row: ListedRequest; issues: FoundIssues }) {
  const viewer = useViewer();
  const { correction, status } = row;
  if (!correction) return <p className="quiet small">The person named no entry</p>;
  const { present } = correction;
  const right = timeWords(correction, viewer);
  if (status !== 'open') return <p className="small">{right}</p>;
  if (!present) return <p className="small">{right}. The entry is not there any more: decline it.</p>;
  return (
    <p className="small">
      {timeWords(present, viewer)} <span aria-hidden="true">→</span>
      <span className="only-read-aloud">to become</span> {right},{' '}
      <IssueCell id={present.issueId} found={issues.get(present.issueId)} />
    </p>
  );
}

/** How a request came that the person did not make in the app, and how it is known who asks. */
const handedIn = ({ madeBy, identified }: ListedRequest): string =>
  madeBy === 'webhook'
    ? 'Handed in through the webhook'
    : `Entered by an administrator. ${identified === undefined ? '' : wordOf(identityWords, identified)}`;

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
      {row.overdue ? 'Overdue since' : 'Due by'} {formatDay(row.dueOn, viewer)}
      {row.extendedAt !== undefined && ' (extended)'}
    </span>
  );
}

const tasks: ReadonlyArray<{ task: RequestTask; label: string }> = [
  { task: 'approve', label: 'Approve' },
  { task: 'decline', label: 'Decline' },
  { task: 'extend', label: 'Extend' },
];

/** What can be done with a request: what is gone cannot be corrected, and time is given once. */
export function isOpenTo({ extendedAt, correction }: ListedRequest, task: RequestTask): boolean {
  if (task === 'approve') return !correction || correction.present !== undefined;
  return task !== 'extend' || extendedAt === undefined;
}

function Tasks({ row, name, onTask }: Omit<RequestTableRowProps, 'issues'>) {
  return (
    <div className="row">
      {tasks
        .filter(({ task }) => isOpenTo(row, task))
        .map(({ task, label }) => ({
          task,
          label: task === 'approve' && row.correction ? 'Correct the entry' : label,
        }))
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
