import Button from '@atlaskit/button/new';
import { call } from '../../shared/call';
import { FailureMessage } from '../../shared/failure-message';
import { toReceiptFile } from '../../shared/receipts/receipt-file';
import { useAction } from '../../shared/use-action';
import { useTextFile } from '../../shared/use-text-file';
import { t } from '../../shared/words/words';

/** Saves the receipt of an erasure as a file. It has no code: that is with whoever asked, where there is one. */
export function SaveReceipt({ id, number }: { id: string; number: string }) {
  const { busy, failure, run } = useAction();
  const { save: saveText, noFile } = useTextFile();
  const save = async () => {
    const job = await run(() => call('getJob', { id }, t('erasures.receipt-not-read')));
    if (!job?.receipt) return;
    const content = toReceiptFile(undefined, job.receipt);
    saveText({ name: `receipt-${number}.json`, type: 'application/json', content });
  };
  return (
    <div className="stack-tight">
      <div>
        <Button spacing="compact" isLoading={busy} onClick={() => void save()}>
          {t('erasures.save-receipt', { number })}
        </Button>
      </div>
      {noFile}
      {failure && <FailureMessage failure={failure} />}
    </div>
  );
}
