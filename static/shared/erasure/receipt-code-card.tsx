import Button from '@atlaskit/button/new';
import type { AccountId, Receipt } from '../../../src/contract';
import { toReceiptFile } from '../receipts/receipt-file';
import { keepsForTab } from '../keeps-for-tab';
import { nameOfPersons, todayIn } from '../file-names';
import { useCopy } from '../use-copy';
import { useTextFile } from '../use-text-file';
import { useViewer } from '../viewer';
import { t } from '../words/words';
import './erasure.css';

interface ReceiptCodeProps {
  code: string;
  /** Once the erasure has ended. */
  receipt?: Receipt | undefined;
  /** Somebody else whose erasure it is, to the administrator who acts for them. */
  of?: ErasedPerson;
}

interface ErasedPerson {
  /** Its end stands in the names of files. */
  accountId: AccountId;
  name: string;
}

const ownWords = () => ({
  title: t('erasure.code-title'),
  inFile: t('erasure.code-in-file'),
  fingerprint: t('erasure.fingerprint'),
  save: t('erasure.save-now'),
});

const wordsOf = ({ name }: ErasedPerson): ReturnType<typeof ownWords> => ({
  title: t('erasure.code-title-of', { name }),
  inFile: t('erasure.code-in-file-of', { name }),
  fingerprint: t('erasure.fingerprint-of'),
  save: t('erasure.save-now-of'),
});

/** The receipt code of an erasure, to copy or to save. */
export function ReceiptCode({ code, receipt, of }: ReceiptCodeProps) {
  const words = of ? wordsOf(of) : ownWords();
  const { timeZone } = useViewer();
  const { save: saveText, noFile } = useTextFile();
  const { copy, said } = useCopy(code, t('erasure.copy-yourself'));
  const save = () => {
    const name = `${nameOfPersons('receipt-code', of?.accountId, todayIn(timeZone))}.txt`;
    saveText({ name, type: 'text/plain', content: `${words.inFile}\n${code}\n` });
  };
  const saveReceipt = (ended: Receipt) => {
    const name = `${nameOfPersons('receipt', of?.accountId, todayIn(timeZone))}.json`;
    saveText({ name, type: 'application/json', content: toReceiptFile(code, ended) });
  };
  return (
    <section className="card stack-tight" aria-labelledby="receipt-title">
      <p className="title-xsmall" id="receipt-title">
        {words.title}
      </p>
      <p>
        <code className="receipt-code">{code}</code>
      </p>
      {receipt && <p>{t('erasure.belongs-to', { number: receipt.number })}</p>}
      <p className="quiet">{words.fingerprint}</p>
      <p>
        <strong>{words.save}</strong> {of && !receipt && `${t('erasure.names-person')} `}
        {!keepsForTab() && t('erasure.not-kept')}
      </p>
      <div className="row">
        {receipt ? (
          <Button spacing="compact" onClick={() => saveReceipt(receipt)}>
            {t('erasure.save-receipt')}
          </Button>
        ) : (
          <Button spacing="compact" onClick={save}>
            {t('erasure.save-code')}
          </Button>
        )}
        <Button spacing="compact" appearance="subtle" onClick={copy}>
          {t('common.copy')}
        </Button>
        <span role="status" className="small">
          {said}
        </span>
      </div>
      {noFile}
    </section>
  );
}
