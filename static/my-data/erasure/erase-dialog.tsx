import { useCallback, useState } from 'react';
import type { ErasurePreview, JobView } from '../../../src/contract';
import { call } from '../../shared/call';
import { ConfirmDialog } from '../../shared/confirm-dialog';
import { PreviewText } from '../../shared/erasure/preview-text';
import { ReceiptCode } from '../../shared/erasure/receipt-code-card';
import { hashReceiptCode, makeReceiptCode } from '../../shared/receipt-code';
import { isUnderWay, type useExport } from '../../shared/export/use-export';
import { offsetOf } from '../../shared/today';
import { useAction } from '../../shared/use-action';
import { useLoaded } from '../../shared/use-loaded';
import { useViewer } from '../../shared/viewer';
import { t } from '../../shared/words/words';
import type { RequestedErasure } from './erasure-requested';
import Button from '@atlaskit/button/new';
import { ExportPanel } from '../../shared/export/export-panel';

interface EraseDialogProps {
  /** The export that is offered before. */
  running: ReturnType<typeof useExport>;
  records: number;
  onStarted: (job: JobView, receiptCode: string) => void;
  /** Instead, where administrators approve it first. */
  onRequested: (request: RequestedErasure) => void;
  onClose: () => void;
}

/** Says what goes, offers a copy, says what stays, hands over the receipt code, and asks for a typed word. */
export function EraseDialog({ running, records, onStarted, onRequested, onClose }: EraseDialogProps) {
  const load = useCallback(() => call('previewErasure', {}), []);
  const preview = useLoaded(load);
  const [receiptCode] = useState(makeReceiptCode);
  const { timeZone } = useViewer();
  const { busy, failure, run } = useAction();
  const erase = async () => {
    const receiptHash = await hashReceiptCode(receiptCode);
    const timezoneOffset = offsetOf(timeZone, new Date());
    const answer = await run(() =>
      call('eraseMyData', { receiptHash, timezoneOffset }, t('my-data.not-begun')),
    );
    if (!answer) return;
    if (answer.request) onRequested({ request: answer.request, receiptCode });
    else onStarted(answer, receiptCode);
  };
  const approval = preview.value?.needsApproval === true;
  return (
    <ConfirmDialog
      title={t(approval ? 'my-data.ask-title' : 'my-data.delete-title')}
      verb={t(approval ? 'my-data.ask-verb' : 'my-data.delete-everything')}
      typed={t('my-data.type-delete')}
      width="medium"
      ready={preview.value !== undefined && !isUnderWay(running)}
      busy={busy}
      failure={failure ?? preview.failure}
      onConfirm={() => void erase()}
      onCancel={onClose}
    >
      {approval && (
        <p>
          {whyApproved(preview.value)} {t('my-data.until-then')}
        </p>
      )}
      {preview.value ? (
        <PreviewText preview={preview.value}>
          <CopyFirst running={running} records={records} />
        </PreviewText>
      ) : (
        <p className="quiet">{t('my-data.counting')}</p>
      )}
      <ReceiptCode code={receiptCode} />
    </ConfirmDialog>
  );
}

/** Why the wish waits for an administrator. */
function whyApproved({ heldByLaw, actedHere }: Partial<ErasurePreview> = {}): string {
  if (heldByLaw) return t('my-data.kept-by-law');
  return t(actedHere ? 'my-data.acted-here' : 'my-data.approved-first');
}

interface CopyFirstProps {
  running: ReturnType<typeof useExport>;
  /** About how many records there are. */
  records: number;
}

/** Offers what is about to be deleted as a file, where one still asks about it. */
function CopyFirst({ running, records }: CopyFirstProps) {
  return (
    <div className="stack-tight">
      {running.shown.state === 'idle' && (
        <div className="row">
          <span>{t('my-data.copy-question')}</span>
          <Button spacing="compact" onClick={() => void running.start()}>
            {t('my-data.copy-first')}
          </Button>
        </div>
      )}
      <ExportPanel running={running} expected={records} />
    </div>
  );
}
