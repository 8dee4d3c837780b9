import Button from '@atlaskit/button/new';
import type { AccessNote, AccessReason, Overview } from '../../../src/contract';
import { eventWords, reasonWords, roleWords } from '../../shared/access-words';
import { ColumnHeads } from '../../shared/column-heads';
import { formatDay } from '../../shared/dates';
import { FailureMessage } from '../../shared/failure-message';
import '../../shared/table.css';
import { useViewer } from '../../shared/viewer';
import { useAccesses } from './use-accesses';
import { wordOf } from '../../shared/word-of';

/** Who looked at one's data or changed it: by role and day, never by name. */
export function AccessNotes({ overview }: { overview: Overview }) {
  const { notes, toEarlier, busy, failure } = useAccesses(overview);
  return (
    <section className="stack-tight" aria-labelledby="accesses-title">
      <h2 className="title-small" id="accesses-title" tabIndex={-1}>
        Who looked at your data
      </h2>
      <p className="quiet">Everyone else who looked at your data in this app or changed it.</p>
      {notes.length > 0 && <NotesTable notes={notes} />}
      {notes.length === 0 && <p>{toEarlier ? 'Nobody lately.' : 'Nobody so far.'}</p>}
      {failure && <FailureMessage failure={failure} />}
      {toEarlier && (
        <div>
          <Button isLoading={busy} onClick={toEarlier}>
            Look further back
          </Button>
        </div>
      )}
    </section>
  );
}

function NotesTable({ notes }: { notes: AccessNote[] }) {
  const viewer = useViewer();
  return (
    <table className="table stacking">
      <caption className="only-read-aloud">Who looked at your data or changed it</caption>
      <ColumnHeads heads={['Day', 'Who', 'What', 'Reason given']} />
      <tbody>
        {notes.map((note, index) => (
          <tr key={`${note.on} ${index}`}>
            <td className="number">{formatDay(note.on, viewer)}</td>
            <td>{wordOf(roleWords, note.role)}</td>
            <td>{wordOf(eventWords, note.what)}</td>
            <td data-label="Reason given">{toReason(note.reason)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function toReason(reason: AccessReason | undefined): string {
  if (reason === undefined) return '–';
  return reason === 'person-asked' ? 'You asked for it' : wordOf(reasonWords, reason);
}
