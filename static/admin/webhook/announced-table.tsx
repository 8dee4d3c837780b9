import Button from '@atlaskit/button/new';
import type { AccountId, AnnouncedPerson } from '../../../src/contract';
import { ColumnHeads } from '../../shared/column-heads';
import { formatInstantDay } from '../../shared/dates';
import { useViewer } from '../../shared/viewer';
import { answerWords, nextWords, saidWords } from './announced-words';

const heads = ['Person', 'What it said', 'On', 'What happens next', 'Your answer'];

interface AnnouncedTableProps {
  people: readonly AnnouncedPerson[];
  label: (accountId: AccountId) => string;
  onErase: (accountId: AccountId) => void;
  onDismiss: (accountId: AccountId) => void;
}

/** Who was announced as closed, or has a request to erase, longest ago first. */
export function AnnouncedTable({ people, label, onErase, onDismiss }: AnnouncedTableProps) {
  if (people.length === 0) {
    return <p className="quiet">It restricts nobody who has data here.</p>;
  }
  return (
    <table className="table stacking">
      <caption className="only-read-aloud">People whom the webhook named</caption>
      <ColumnHeads heads={heads} />
      <tbody>
        {people.map((person) => (
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

/** One person with what was said and when, and yes or no. */
function AnnouncedRow({ person, name, onErase, onDismiss }: AnnouncedRowProps) {
  const viewer = useViewer();
  const { announcedAt } = person;
  return (
    <tr>
      <td>{name}</td>
      <td data-label="What it said">{saidWords(person)}</td>
      <td data-label="On">{formatInstantDay(announcedAt, viewer)}</td>
      <td data-label="What happens next">{nextWords(person, viewer)}</td>
      <td data-label="Your answer">
        {answerWords(person) ?? (
          <span className="row">
            <Button spacing="compact" aria-label={`Erase ${name}`} onClick={onErase}>
              Erase
            </Button>
            <Button
              spacing="compact"
              aria-label={`Dismiss what was announced of ${name}`}
              onClick={onDismiss}
            >
              Dismiss
            </Button>
          </span>
        )}
      </td>
    </tr>
  );
}
