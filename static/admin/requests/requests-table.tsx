import Button from '@atlaskit/button/new';
import { useMemo } from 'react';
import type { AccountId, ListedRequest } from '../../../src/contract';
import { ColumnHeads } from '../../shared/column-heads';
import { formatDay } from '../../shared/dates';
import { timeWords } from '../../shared/correction-words';
import { IssueCell } from '../../shared/entries/issue-cell';
import { lookUpIssues, type Issue } from '../../shared/issues';
import type { Found } from '../../shared/look-up';
import { lookUpPeople, personLabel } from '../../shared/people';
import { declineWords, identityWords, requestWords, statusWords } from '../../shared/request-words';
import { useLookUp } from '../../shared/use-look-up';
import { useViewer, type Viewer } from '../../shared/viewer';
import type { PersonTask } from '../person/person-task';
import type { RequestTask } from './request-dialog';
import { wordOf } from '../../shared/word-of';
import { rich, t } from '../../shared/words/words';

interface RequestsTableProps {
  requests: readonly ListedRequest[];
  onTask: (row: ListedRequest, task: RequestTask) => void;
  /** To the page of the person, for what the request asks. */
  onLead: (accountId: AccountId, task: PersonTask) => void;
}

type FoundIssues = ReadonlyMap<string, Found<Issue>>;

const heads = () => [
  t('common.person'),
  t('requests.asked-for'),
  t('requests.asked-on'),
  t('requests.answer'),
  t('requests.what-you-can-do'),
];

export function RequestsTable({ requests, onTask, onLead }: RequestsTableProps) {
  const ids = useMemo(() => requests.map(({ accountId }) => accountId), [requests]);
  const found = useLookUp(lookUpPeople, ids);
  const issues = useLookUp(
    lookUpIssues,
    requests.flatMap(({ correction }) => correction?.present?.issueId ?? []),
  );
  return (
    <table className="table stacking">
      <caption className="only-read-aloud">{t('admin.tab-requests')}</caption>
      <ColumnHeads heads={heads()} />
      <tbody>
        {requests.map((row) => (
          <RequestTableRow
            key={`${row.accountId} ${row.id}`}
            row={row}
            name={personLabel(found.get(row.accountId), row.accountId)}
            issues={issues}
            onTask={(task) => onTask(row, task)}
            onLead={(task) => onLead(row.accountId, task)}
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
  onLead: (task: PersonTask) => void;
}

function RequestTableRow({ row, name, issues, ...doing }: RequestTableRowProps) {
  const viewer = useViewer();
  return (
    <tr>
      <td>
        {name}
        <br />
        <span className="quiet small">{row.accountId}</span>
      </td>
      <td data-label={t('requests.asked-for')}>
        {wordOf(requestWords, row.type)}
        {row.type === 'correction' && <CorrectionCell row={row} issues={issues} />}
        {row.madeBy !== undefined && (
          <>
            <br />
            <span className="quiet small">{handedIn(row)}</span>
          </>
        )}
      </td>
      <td className="number" data-label={t('requests.asked-on')}>
        {formatDay(row.receivedOn, viewer)}
      </td>
      <td className="request-answer" data-label={t('requests.answer')}>
        <Answer row={row} />
      </td>
      <td>
        <Tasks row={row} name={name} {...doing} />
      </td>
    </tr>
  );
}

/** What the entry says and what is asked for; of a decided request only that. */
function CorrectionCell({ row, issues }: { row: ListedRequest; issues: FoundIssues }) {
  const viewer = useViewer();
  const { correction, status } = row;
  if (!correction) return <p className="quiet small">{t('requests.no-entry-named')}</p>;
  const { present } = correction;
  const right = timeWords(correction, viewer);
  if (status !== 'open') return <p className="small">{right}</p>;
  if (!present) return <p className="small">{t('requests.correction-gone', { time: right })}</p>;
  return (
    <p className="small">
      {rich('requests.to-become', {
        before: timeWords(present, viewer),
        after: right,
        arrow: (inner) => <span aria-hidden="true">{inner}</span>,
        hidden: (inner) => <span className="only-read-aloud">{inner}</span>,
        workItem: <IssueCell id={present.issueId} found={issues.get(present.issueId)} />,
      })}
    </p>
  );
}

/** How a request came that the person did not make in the app, and how it is known who asks. */
function handedIn({ madeBy, identified }: ListedRequest): string {
  if (madeBy === 'webhook') return t('requests.through-webhook');
  if (identified === 'not-yet') return t('requests.entered-unknown');
  return identified === undefined
    ? t('requests.entered')
    : t('requests.entered-identified', { identity: wordOf(identityWords, identified) });
}

function Answer({ row }: { row: ListedRequest }) {
  const viewer = useViewer();
  if (row.status !== 'open') return answerWords(row, viewer);
  const due = {
    day: formatDay(row.dueOn, viewer),
    extended: row.extendedAt === undefined ? 'no' : 'yes',
  };
  return (
    <span className={row.overdue ? 'overdue' : undefined}>
      {t(row.overdue ? 'requests.overdue' : 'requests.due', due)}
    </span>
  );
}

function answerWords(
  { status, withdrawnBy, declineReason, keptUntil }: ListedRequest,
  viewer: Viewer,
): string {
  if (withdrawnBy === 'administrator') return t('requests.withdrawn-by-administrator');
  const said = wordOf(statusWords, status);
  if (declineReason === undefined) return said;
  const answer = { status: said, reason: wordOf(declineWords, declineReason) };
  return keptUntil === undefined
    ? t('requests.answered', answer)
    : t('requests.answered-until', { ...answer, day: formatDay(keptUntil, viewer) });
}

const tasks: readonly RequestTask[] = ['approve', 'decline', 'extend'];

/** What can be done with a request: not granted to whoever it may be; what is gone cannot be corrected; time is given once. */
export function isOpenTo(row: ListedRequest, task: RequestTask): boolean {
  const { extendedAt, correction, identified } = row;
  if (task === 'approve')
    return identified !== 'not-yet' && (!correction || correction.present !== undefined);
  return task !== 'extend' || extendedAt === undefined;
}

/** Where what was asked for is done, before the request is approved or afterwards. */
function leadOf(row: ListedRequest): Exclude<PersonTask, 'erase'> | undefined {
  const { type, status, correction, identified } = row;
  if (identified === 'not-yet') return undefined;
  if (status !== 'open' && status !== 'done') return undefined;
  if (type === 'access' || type === 'portability') return 'export';
  if (type === 'restriction') return 'restrict';
  return type === 'correction' && !correction && status === 'open' ? 'entries' : undefined;
}

function Tasks({ row, name, onTask, onLead }: Omit<RequestTableRowProps, 'issues'>) {
  const lead = leadOf(row);
  const decisions = tasks
    .filter((task) => row.status === 'open' && isOpenTo(row, task))
    .map((task) => ({
      label: t(`requests.do-${task === 'approve' && row.correction ? 'correct' : task}`),
      onClick: () => onTask(task),
    }));
  const all = lead
    ? [{ label: t(`requests.do-${lead}`), onClick: () => onLead(lead) }, ...decisions]
    : decisions;
  return (
    <div className="row">
      {all.map(({ label, onClick }) => (
        <Button
          key={label}
          spacing="compact"
          aria-label={t('requests.task-of', { task: label, request: wordOf(requestWords, row.type), name })}
          onClick={onClick}
        >
          {label}
        </Button>
      ))}
    </div>
  );
}
