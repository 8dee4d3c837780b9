import { CheckReceiptForm } from '../../shared/receipts/check-receipt-form';
import { ChainExport } from './chain-export';
import { ErasuresList } from './erasures-list';
import './erasures.css';

/** Erasures under way and done, and what shows afterwards that they were done. */
export default function ErasuresTab({ running }: { running: number }) {
  return (
    <div className="erasure-sections">
      <ErasuresList running={running} />
      <CheckReceiptForm />
      <ChainExport />
    </div>
  );
}
