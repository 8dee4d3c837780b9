import { useId } from 'react';
import type { EntryOrder } from '../../../src/contract';
import { t } from '../words/words';

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
        {t('entries.order')}
      </label>
      <select id={id} value={order} onChange={(event) => onOrder(event.target.value as EntryOrder)}>
        <option value="newest-first">{t('entries.newest-first')}</option>
        <option value="oldest-first">{t('entries.oldest-first')}</option>
      </select>
    </span>
  );
}
