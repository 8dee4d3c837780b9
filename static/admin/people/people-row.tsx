import { memo } from 'react';
import type { PersonRow } from '../../../src/contract';
import { formatInstantDay } from '../../shared/dates';
import type { Found } from '../../shared/look-up';
import { personLabel, type Person } from '../../shared/people';
import { useViewer } from '../../shared/viewer';
import { t } from '../../shared/words/words';
import type { PersonTask } from '../person/person-task';
import { personRowId } from './person-row-id';
import '../link-button.css';
import { RowActions } from './row-actions';

interface PeopleRowProps {
  row: PersonRow;
  found: Found<Person> | undefined;
  chosen: boolean;
  /** As many are chosen as can be erased at once. */
  full: boolean;
  onChoose: (row: PersonRow, chosen: boolean) => void;
  onOpen: (row: PersonRow, task: PersonTask) => void;
}

/** A person as a row of the table. */
export const PeopleRow = memo(function PeopleRow(props: PeopleRowProps) {
  const { row, found, chosen, full, onChoose, onOpen } = props;
  const viewer = useViewer();
  const name = personLabel(found, row.accountId);
  return (
    <tr data-selected={chosen}>
      <td>
        <input
          type="checkbox"
          className="tick"
          aria-label={t('people.select', { name })}
          checked={chosen}
          disabled={full && !chosen}
          onChange={(event) => onChoose(row, event.target.checked)}
        />
      </td>
      <td>
        <PersonCell row={row} name={name} onOpen={() => onOpen(row, 'entries')} />
      </td>
      <td className="number" data-label={t('people.has-data-since')}>
        {formatInstantDay(row.registeredAt, viewer)}
      </td>
      <td className="at-end">
        <RowActions name={name} onTask={(task) => onOpen(row, task)} />
      </td>
    </tr>
  );
});

function PersonCell({ row, name, onOpen }: { row: PersonRow; name: string; onOpen: () => void }) {
  return (
    <>
      <span className="row">
        <button type="button" className="link-button" id={personRowId(row.accountId)} onClick={onOpen}>
          {name}
        </button>
        {row.restricted && <span className="badge">{t('people.restricted')}</span>}
      </span>
      <span className="quiet small">{row.accountId}</span>
    </>
  );
}
