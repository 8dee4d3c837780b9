import Button from '@atlaskit/button/new';
import { useId, useRef, useState, type KeyboardEvent } from 'react';
import { failure as failureOf } from '../../shared/failure';
import { findIssues, type FoundIssue } from '../../shared/issues';
import { useAction } from '../../shared/use-action';
import { t } from '../../shared/words/words';
import '../link-button.css';

interface FindWorkItemProps {
  error: string | undefined;
  /** With the ID of the work item. */
  onChosen: (id: string) => void;
}

const MOST_SHOWN = 8;
const EXAMPLE_KEY = 'ABC-123';

/** Finds a work item by its key or by words of its title, to choose it: the browser asks Jira, as the administrator. */
export function FindWorkItem({ error, onChosen }: FindWorkItemProps) {
  const id = useId();
  const { words, setWords, found, find, forget, busy, failure } = useFinding();
  const field = useRef<HTMLInputElement>(null);
  const choose = (issue: FoundIssue) => {
    // The button that was pressed goes with the list.
    field.current?.focus();
    forget();
    onChosen(issue.id);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return;
    // It would save the settings.
    event.preventDefault();
    void find();
  };
  const wrong = failure?.error.message ?? (found === undefined ? error : undefined);
  return (
    <div className="form-field">
      <label htmlFor={id}>{t('settings.find-label')}</label>
      <span className="row">
        <input
          id={id}
          ref={field}
          className="key-input"
          value={words}
          maxLength={100}
          placeholder={EXAMPLE_KEY}
          autoComplete="off"
          aria-invalid={wrong !== undefined}
          aria-describedby={`${id}-note`}
          onChange={(event) => setWords(event.target.value)}
          onKeyDown={onKeyDown}
        />
        <Button isLoading={busy} onClick={() => void find()}>
          {t('settings.find')}
        </Button>
      </span>
      <p
        id={`${id}-note`}
        role="status"
        className={wrong === undefined ? 'small quiet' : 'small field-error'}
      >
        {wrong ?? (found ? foundWords(found.length) : t('settings.find-hint'))}
      </p>
      {found && found.length > 0 && <FoundList found={found} onChosen={choose} />}
    </div>
  );
}

/** What is typed, and what Jira found by it. */
function useFinding() {
  const [words, setWords] = useState('');
  const [found, setFound] = useState<FoundIssue[]>();
  const { busy, failure, run, corrects } = useAction();
  const find = async () => {
    setFound(undefined);
    if (words.trim() === '') return;
    const answer = await run(() =>
      findIssues(words)
        .then((issues) => ({ issues }))
        .catch(() => failureOf(t('settings.find-unanswered'))),
    );
    if (answer) setFound(answer.issues);
  };
  const forget = () => {
    setWords('');
    setFound(undefined);
  };
  return { words, setWords: corrects(setWords), found, find, forget, busy, failure };
}

function foundWords(count: number): string {
  if (count === 0) return t('settings.found-none');
  return count > MOST_SHOWN
    ? t('settings.found-first', { count: MOST_SHOWN })
    : t('settings.found', { count });
}

function FoundList({ found, onChosen }: { found: FoundIssue[]; onChosen: (issue: FoundIssue) => void }) {
  return (
    <ul className="found-work-items">
      {found.slice(0, MOST_SHOWN).map((issue) => (
        <li key={issue.key}>
          <button type="button" className="link-button" onClick={() => onChosen(issue)}>
            {`${issue.key} ${issue.summary}`}
          </button>
        </li>
      ))}
    </ul>
  );
}
