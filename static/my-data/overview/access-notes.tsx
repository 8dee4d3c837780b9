import type { AccessNote, AccessReason } from '../../../src/contract';
import { eventWords, reasonWords, roleWords } from '../../shared/access-words';
import { ColumnHeads } from '../../shared/column-heads';
import { formatDay } from '../../shared/dates';
import '../../shared/table.css';
import { useViewer } from '../../shared/viewer';

/** Who looked at one's data or changed it: by role and day, never by name. */
export function AccessNotes({ accesses }: { accesses: AccessNote[] }) {
  const viewer = useViewer();
  return (
    <section className="stack-tight" aria-labelledby="accesses-title">
      <h2 className="title-small" id="accesses-title">
        Who looked at your data
      </h2>
      <p className="quiet">Everyone other than you who looked at your data in this app, or changed it.</p>
      {accesses.length === 0 ? (
        <p>Nobody so far.</p>
      ) : (
        <table className="table stacking">
          <caption className="only-read-aloud">Who looked at your data or changed it</caption>
          <ColumnHeads heads={['Day', 'Who', 'What', 'Reason given']} />
          <tbody>
            {accesses.map((note, index) => (
              <tr key={`${note.on} ${index}`}>
                <td className="number">{formatDay(note.on, viewer)}</td>
                <td>{roleWords[note.role]}</td>
                <td>{eventWords[note.what]}</td>
                <td data-label="Reason given">{toReason(note.reason)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function toReason(reason: AccessReason | undefined): string {
  if (reason === undefined) return '–';
  return reason === 'person-asked' ? 'You asked for it' : reasonWords[reason];
}
