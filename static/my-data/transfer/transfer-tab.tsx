import type { Overview } from '../../../src/contract';
import type { Portion } from '../../shared/export/portion';
import { ExportPart } from '../../shared/export/export-part';
import { t } from '../../shared/words/words';
import { ImportSection } from './import-section';

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
  if (erasing) return t('transfer.closed-deleting');
  return restriction && t('transfer.closed-restricted');
}
