import Button from '@atlaskit/button/new';
import { call } from '../../shared/call';
import { FailureMessage } from '../../shared/failure-message';
import { toReceiptFile } from '../../shared/receipts/receipt-file';
import { saveFile } from '../../shared/save-file';
import { useAction } from '../../shared/use-action';

/** Saves the receipt of an erasure as a file. It has no code: that is with whoever asked, where there is one. */
export function SaveReceipt({ id, number }: { id: string; number: string }) {
  const { busy, failure, run } = useAction();
  const save = async () => {
    const job = await run(() => call('getJob', { id }, failed));
    if (job?.receipt)
      saveFile(`receipt-${number}.json`, 'application/json', toReceiptFile(undefined, job.receipt));
  };
  return (
    <div className="stack-tight">
      <div>
        <Button spacing="compact" isLoading={busy} onClick={() => void save()}>
          Save receipt {number}
        </Button>
      </div>
      {failure && <FailureMessage failure={failure} />}
    </div>
  );
}

const failed = 'We could not read the receipt. Nothing was saved. Try again.';
