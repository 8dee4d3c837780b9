import { useState, type FormEvent } from 'react';
import { formatDay } from '../shared/dates';
import { lookUpIssues, readIssueKey } from '../shared/issues';
import '../shared/plain-button.css';
import { Field } from '../shared/time-form/field';
import { TimeFailure, TimeFields } from '../shared/time-form/time-fields';
import { useLogTime, type RequestIds } from '../shared/time-form/use-log-time';
import { useTimeDraft } from '../shared/time-form/use-time-draft';
import { useLookUp } from '../shared/use-look-up';
import { useViewer } from '../shared/viewer';
import { t } from '../shared/words/words';
import { loggedWords } from './grid/cells';
import type { OwnTime } from './use-week';

export interface WorkItemFormProps {
  recent: readonly string[];
  requestIds: RequestIds;
  own: OwnTime;
}

const EXAMPLE_KEY = 'ABC-123';

/** Logs time on any work item, given by its key or chosen among the recent ones. */
export function WorkItemForm({ recent, requestIds, own }: WorkItemFormProps) {
  const viewer = useViewer();
  const draft = useTimeDraft({});
  const [key, setKey] = useState('');
  const [problem, setProblem] = useState<string>();
  const { send, busy, failure, forget } = useLogTime(draft, requestIds);
  const begin = () => {
    setProblem(undefined);
    forget();
  };
  const choose = (text: string) => {
    setKey(text);
    begin();
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    begin();
    const found = await readIssueKey(key);
    if ('problem' in found) return setProblem(found.problem);
    const result = await send(found.issue.id);
    if (!result) return;
    const names = { workItem: found.issue.key, day: formatDay(result.entry.startedOn, viewer) };
    // In a flag too: on a phone, or below many rows, what the week says is out of sight here.
    own.logged([result.entry], loggedWords(result, names, viewer.locale));
    draft.setDuration('');
  };
  return (
    <form
      className="stack-tight"
      noValidate
      aria-labelledby="log-time-title"
      onSubmit={(event) => void submit(event)}
    >
      <h2 className="title-small" id="log-time-title">
        {t('my-time.form-title')}
      </h2>
      <div className="time-fields work-item-fields">
        <Field
          name="workItem"
          label={t('common.work-item')}
          placeholder={EXAMPLE_KEY}
          value={key}
          onChange={choose}
          error={problem}
          hint={t(recent.length > 0 ? 'my-time.key-or-recent-hint' : 'my-time.key-hint')}
        />
        <TimeFields draft={draft} />
        {/* Not `disabled`, which would take the focus from whoever pressed it. */}
        <button type="submit" className="plain-button primary" aria-disabled={busy}>
          {t(busy ? 'time.logging' : 'time.log-time')}
        </button>
      </div>
      <TimeFailure failure={failure} />
      <RecentWorkItems ids={recent} chosen={key} onChosen={choose} />
    </form>
  );
}

const MOST_OFFERED = 8;

interface RecentWorkItemsProps {
  ids: readonly string[];
  chosen: string;
  onChosen: (key: string) => void;
}

function RecentWorkItems({ ids, chosen, onChosen }: RecentWorkItemsProps) {
  const found = useLookUp(lookUpIssues, ids);
  const issues = ids.flatMap((id) => {
    const one = found.get(id);
    return one?.state === 'known' ? [one.value] : [];
  });
  if (issues.length === 0) return null;
  return (
    <div className="row recent" role="group" aria-label={t('my-time.recent')}>
      {issues.slice(0, MOST_OFFERED).map(({ key, summary }) => (
        <button
          key={key}
          type="button"
          className="plain-button"
          aria-pressed={key === chosen.trim().toUpperCase()}
          onClick={() => onChosen(key)}
        >
          {key} <span className="quiet">{summary}</span>
        </button>
      ))}
    </div>
  );
}
