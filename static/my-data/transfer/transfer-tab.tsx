import type { Overview } from '../../../src/contract';
import type { Portion } from '../../shared/export/portion';
import { ExportPart } from './export-part';
import { ImportSection } from './import-section';
import './transfer.css';

interface TransferTabProps {
  overview: Overview;
  isExporting: boolean;
  onExport: (portion: Portion) => void;
  onImported: () => void;
}

/** Taking a part of one's data along, and bringing entries back. */
export function TransferTab({ overview, isExporting, onExport, onImported }: TransferTabProps) {
  const { accountId } = overview;
  return (
    <div className="sections">
      {overview.dataSets.length > 0 && (
        <ExportPart accountId={accountId} isBusy={isExporting} onExport={onExport} />
      )}
      <ImportSection accountId={accountId} closed={closedBy(overview)} onEnded={onImported} />
    </div>
  );
}

function closedBy({ erasing, restriction }: Overview): string | undefined {
  if (erasing) return 'Your data is being deleted. You can import again when that is done.';
  if (restriction)
    return 'The use of your data is restricted, so nothing is added to it. You can import again when that ends.';
  return undefined;
}
