import Button from '@atlaskit/button/new';
import type { AccountId, AnnouncedPerson } from '../../../src/contract';
import { ColumnHeads } from '../../shared/column-heads';
import { formatInstantDay } from '../../shared/dates';
import { useViewer, type Viewer } from '../../shared/viewer';

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
  const { what, announcedAt } = person;
  return (
    <tr>
      <td>{name}</td>
      <td data-label="What it said">{saidWords(person)}</td>
      <td data-label="On">{formatInstantDay(announcedAt, viewer)}</td>
      <td data-label="What happens next">{nextWords(person, viewer)}</td>
      <td data-label="Your answer">
        {what === 'erasure' ? (
          'Approve or decline it under Requests'
        ) : (
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

function saidWords({ what, erasureAsked }: AnnouncedPerson): string {
  if (what === 'erasure') return 'Erasure requested';
  return erasureAsked ? 'Account closed, and erasure requested' : 'Account closed';
}

function nextWords({ what, erasedFrom, held }: AnnouncedPerson, viewer: Viewer): string {
  if (held) return 'Kept while the restriction that they or an administrator set stands';
  if (what === 'erasure') return 'Waits for your answer to the request';
  return erasedFrom === undefined
    ? 'Waits for you, or until Atlassian says that the account is closed'
    : `Erased after ${formatInstantDay(erasedFrom, viewer)}, unless you dismiss it`;
}
