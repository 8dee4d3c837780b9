import { useEffect, useRef } from 'react';
import type { MyRequest } from '../../../src/contract';
import { formatDay } from '../../shared/dates';
import { ReceiptCode } from '../../shared/erasure/receipt-code-card';
import { Message } from '../../shared/message';
import { useViewer } from '../../shared/viewer';
import { t } from '../../shared/words/words';

export interface RequestedErasure {
  request: MyRequest;
  receiptCode: string;
}

/** Says what happens next where administrators approve an erasure first, with the code for its receipt. */
export function ErasureRequested({ request, receiptCode }: RequestedErasure) {
  const viewer = useViewer();
  const place = useRef<HTMLDivElement>(null);
  // The button that opened the dialog is far from what there is to read now.
  useEffect(() => {
    place.current?.focus();
  }, []);
  return (
    <div className="stack-tight" ref={place} tabIndex={-1}>
      <div role="status">
        <Message tone="info" title={t('my-data.requested-title')}>
          {t('my-data.requested', { day: formatDay(request.dueOn, viewer) })}
        </Message>
      </div>
      <ReceiptCode code={receiptCode} />
    </div>
  );
}
