import Button from '@atlaskit/button/new';
import type { AccessNote, AuditReason, Overview } from '../../../src/contract';
import { eventWords, reasonWords, roleWords } from '../../shared/access-words';
import { ColumnHeads } from '../../shared/column-heads';
import { formatDay } from '../../shared/dates';
import { FailureMessage } from '../../shared/failure-message';
import '../../shared/table.css';
import { useViewer } from '../../shared/viewer';
import { useAccesses } from './use-accesses';
import { wordOf } from '../../shared/word-of';
import { t } from '../../shared/words/words';

/** Who looked at one's data or changed it: by role and day, never by name. */
export function AccessNotes({ overview }: { overview: Overview }) {
  const { notes, toEarlier, busy, failure } = useAccesses(overview);
  return (
    <section className="stack-tight" aria-labelledby="accesses-title">
      <h2 className="title-small" id="accesses-title" tabIndex={-1}>
        {t('my-data.accesses-title')}
      </h2>
      <p className="quiet">{t('my-data.accesses-about')}</p>
      {notes.length > 0 && <NotesTable notes={notes} />}
      {notes.length === 0 && <p>{t(toEarlier ? 'my-data.no-access-lately' : 'my-data.no-access')}</p>}
      {failure && <FailureMessage failure={failure} />}
      {toEarlier && (
        <div>
          <Button isLoading={busy} onClick={toEarlier}>
            {t('my-data.further-back')}
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
      <caption className="only-read-aloud">{t('my-data.accesses-caption')}</caption>
      <ColumnHeads
        heads={[
          t('my-data.access-day'),
          t('my-data.access-who'),
          t('my-data.access-what'),
          t('my-data.access-reason'),
        ]}
      />
      <tbody>
        {notes.map((note, index) => (
          <tr key={`${note.on} ${index}`}>
            <td className="number">{formatDay(note.on, viewer)}</td>
            <td>{wordOf(roleWords, note.role)}</td>
            <td>{wordOf(eventWords, note.what)}</td>
            <td data-label={t('my-data.access-reason')}>{toReason(note.reason)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function toReason(reason: AuditReason | undefined): string {
  if (reason === undefined) return '–';
  if (reason === 'person-asked') return t('my-data.you-asked');
  return reason === 'objection' ? t('my-data.you-objected') : wordOf(reasonWords, reason);
}
