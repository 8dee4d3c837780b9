import Button from '@atlaskit/button/new';
import { t } from '../../shared/words/words';
import type { PersonTask } from '../person/person-task';

const ALL: readonly PersonTask[] = ['entries', 'export', 'restrict', 'erase'];

interface RowActionsProps {
  name: string;
  /** All of them, where nothing is said. */
  tasks?: readonly PersonTask[];
  onTask: (task: PersonTask) => void;
}

/** What an administrator can do for a person, at the end of their row. */
export function RowActions({ name, tasks = ALL, onTask }: RowActionsProps) {
  return (
    <div className="row-actions">
      {tasks.map((task) => (
        <Button
          key={task}
          appearance="subtle"
          spacing="compact"
          aria-label={t(`people.row-${task}-of`, { name })}
          onClick={() => onTask(task)}
        >
          {t(`people.row-${task}`)}
        </Button>
      ))}
    </div>
  );
}
