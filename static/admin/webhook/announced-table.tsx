import Button from '@atlaskit/button/new';
import type { AccountId, AnnouncedPerson } from '../../../src/contract';
import { ColumnHeads } from '../../shared/column-heads';
import { formatInstantDay } from '../../shared/dates';
import { useViewer, type Viewer } from '../../shared/viewer';

const heads = ['Person', 'Announced on', 'What happens next', 'Your answer'];

interface AnnouncedTableProps {
  announced: readonly AnnouncedPerson[];
  label: (accountId: AccountId) => string;
  onErase: (accountId: AccountId) => void;
  onDismiss: (accountId: AccountId) => void;
}

/** Who was announced as closed, longest ago first. */
export function AnnouncedTable({ announced, label, onErase, onDismiss }: AnnouncedTableProps) {
  if (announced.length === 0) {
    return <p className="quiet">No person with data here was announced.</p>;
  }
  return (
    <table className="table stacking">
      <caption className="only-read-aloud">People whose accounts were announced as closed</caption>
      <ColumnHeads heads={heads} />
      <tbody>
        {announced.map((person) => (
          <AnnouncedRow
            key={person.accountId}
            person={person}
            name={label(person.accountId)}
            onErase={() => onErase(person.accountId)}
            onDismiss={() => onDismiss(person.accountId)}
          />
        ))}
      </tbody>
    </table>
  );
}

interface AnnouncedRowProps {
  person: AnnouncedPerson;
  name: string;
  onErase: () => void;
  onDismiss: () => void;
}

/** One person with the day, and yes or no. */
function AnnouncedRow({ person, name, onErase, onDismiss }: AnnouncedRowProps) {
  const viewer = useViewer();
  const { announcedAt } = person;
  return (
    <tr>
      <td>{name}</td>
      <td data-label="Announced on">{formatInstantDay(announcedAt, viewer)}</td>
      <td data-label="What happens next">{nextWords(person, viewer)}</td>
      <td data-label="Your answer">
        <span className="row">
          <Button spacing="compact" aria-label={`Erase ${name}`} onClick={onErase}>
            Erase
          </Button>
          <Button spacing="compact" aria-label={`Dismiss what was announced of ${name}`} onClick={onDismiss}>
            Dismiss
          </Button>
        </span>
      </td>
    </tr>
  );
}

function nextWords({ erasedFrom, held }: AnnouncedPerson, viewer: Viewer): string {
  if (held) return 'Kept while the restriction that they or an administrator set stands';
  return erasedFrom === undefined
    ? 'Waits for you, or until Atlassian says that the account is closed'
    : `Erased after ${formatInstantDay(erasedFrom, viewer)}, unless you dismiss it`;
}
