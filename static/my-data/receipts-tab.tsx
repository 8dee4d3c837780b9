import { CheckReceiptForm } from '../shared/receipts/check-receipt-form';

/** Receipts are for whoever holds a code, with data here or without. */
export function ReceiptsTab() {
  return <CheckReceiptForm />;
}
