import { useId } from 'react';
import type { EntryOrder } from '../../../src/contract';

interface OrderPickerProps {
  order: EntryOrder;
  onOrder: (order: EntryOrder) => void;
}

/** In which order all entries that match are listed, over all pages. */
export function OrderPicker({ order, onOrder }: OrderPickerProps) {
  const id = useId();
  return (
    <span className="row">
      <label htmlFor={id} className="quiet">
        Order
      </label>
      <select id={id} value={order} onChange={(event) => onOrder(event.target.value as EntryOrder)}>
        <option value="newest-first">Newest day first</option>
        <option value="oldest-first">Oldest day first</option>
      </select>
    </span>
  );
}
