import { useId } from 'react';
import type { RequestStatus } from '../../../src/contract';
import { statusWords } from '../../shared/request-words';

interface StatusPickerProps {
  status: RequestStatus;
  onStatus: (status: RequestStatus) => void;
}

/** Which requests are shown. */
export function StatusPicker({ status, onStatus }: StatusPickerProps) {
  const id = useId();
  return (
    <div className="form-field">
      <label htmlFor={id}>Show</label>
      <select id={id} value={status} onChange={(event) => onStatus(event.target.value as RequestStatus)}>
        {Object.entries(statusWords).map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    </div>
  );
}
