import { useCallback, useState } from 'react';
import type { JobView } from '../../../src/contract';
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
import { CopyFirst } from './copy-first';
import type { RequestedErasure } from './erasure-requested';

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
    const answer = await run(() => call('eraseMyData', { receiptHash, timezoneOffset }, failed));
    if (!answer) return;
    if (answer.request) onRequested({ request: answer.request, receiptCode });
    else onStarted(answer, receiptCode);
  };
  const approval = preview.value?.needsApproval === true;
  return (
    <ConfirmDialog
      title={approval ? 'Ask for everything about you to be deleted?' : 'Delete everything about you?'}
      verb={approval ? 'Ask for the deletion' : 'Delete everything'}
      typed="DELETE"
      width="medium"
      ready={preview.value !== undefined && !isUnderWay(running)}
      busy={busy}
      failure={failure ?? preview.failure}
      onConfirm={() => void erase()}
      onCancel={onClose}
    >
      {approval && (
        <p>
          {preview.value?.heldByLaw
            ? 'An administrator has your data kept for a legal duty or a legal claim, so your wish becomes a request.'
            : 'The administrators of this site decided that they approve a deletion first, for example because records of working time may have to be kept by law.'}{' '}
          Nothing is deleted until then. They have a month to answer; if they decline, you read why and until
          when.
        </p>
      )}
      {preview.value ? (
        <PreviewText preview={preview.value}>
          <CopyFirst running={running} records={records} />
        </PreviewText>
      ) : (
        <p className="quiet">Counting what would go…</p>
      )}
      <ReceiptCode code={receiptCode} whose="yours" />
    </ConfirmDialog>
  );
}

const failed =
  'We could not tell whether the deletion has begun. Reload the page: if it has, you see it there. Otherwise try again.';
