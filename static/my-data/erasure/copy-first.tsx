import Button from '@atlaskit/button/new';
import { ExportPanel } from '../../shared/export/export-panel';
import type { useExport } from '../../shared/export/use-export';

interface CopyFirstProps {
  running: ReturnType<typeof useExport>;
  /** About how many records there are. */
  records: number;
}

/** Offers what is about to be deleted as a file, where one still asks about it. */
export function CopyFirst({ running, records }: CopyFirstProps) {
  return (
    <div className="stack-tight">
      {running.shown.state === 'idle' && (
        <div className="row">
          <span>Nobody can bring it back. Do you want a copy?</span>
          <Button spacing="compact" onClick={() => void running.start()}>
            Export a copy first
          </Button>
        </div>
      )}
      <ExportPanel running={running} expected={records} />
    </div>
  );
}
