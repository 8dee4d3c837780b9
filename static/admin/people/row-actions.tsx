import Button from '@atlaskit/button/new';
import type { PersonTask } from '../person/person-task';

const words: Record<PersonTask, { label: string; of: string }> = {
  entries: { label: 'Entries', of: 'Entries of' },
  export: { label: 'Export', of: 'Export the data of' },
  restrict: { label: 'Restrict', of: 'Restrict the data of' },
  erase: { label: 'Erase', of: 'Erase the data of' },
};
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
          aria-label={`${words[task].of} ${name}`}
          onClick={() => onTask(task)}
        >
          {words[task].label}
        </Button>
      ))}
    </div>
  );
}
