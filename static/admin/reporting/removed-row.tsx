import type { AccountId, RemovedPerson } from '../../../src/contract';
import { formatInstantDay } from '../../shared/dates';
import type { Found } from '../../shared/look-up';
import { personLabel, type Person } from '../../shared/people';
import { useViewer } from '../../shared/viewer';
import { t } from '../../shared/words/words';
import { RowActions } from '../people/row-actions';
import type { PersonTask } from '../person/person-task';
import '../link-button.css';
import { erasedWords } from '../removed-words';

export const removedRowId = (accountId: AccountId): string => `removed-${accountId}`;

/** Nobody looks into restricted data: showing the entries would be refused. */
const TASKS: readonly PersonTask[] = ['export', 'restrict', 'erase'];

interface RemovedRowProps {
  person: RemovedPerson;
  found: Found<Person> | undefined;
  onOpen: (accountId: AccountId, task: PersonTask) => void;
}

/** Somebody who was removed: since when, until when their data is kept, and what can be done. */
export function RemovedRow({ person, found, onOpen }: RemovedRowProps) {
  const viewer = useViewer();
  const { accountId, removedAt } = person;
  const name = personLabel(found, accountId);
  return (
    <tr>
      <td>
        <button
          type="button"
          className="link-button"
          id={removedRowId(accountId)}
          onClick={() => onOpen(accountId, 'restrict')}
        >
          {name}
        </button>
        <br />
        <span className="quiet small">{accountId}</span>
      </td>
      <td className="number" data-label={t('reporting.removed-on')}>
        {formatInstantDay(removedAt, viewer)}
      </td>
      <td data-label={t('reporting.happens-next')}>{erasedWords(person, viewer)}</td>
      <td className="at-end">
        <RowActions name={name} tasks={TASKS} onTask={(task) => onOpen(accountId, task)} />
      </td>
    </tr>
  );
}
