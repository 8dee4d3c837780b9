import Button from '@atlaskit/button/new';
import type { AccountId, Receipt } from '../../../src/contract';
import { toReceiptFile } from '../receipts/receipt-file';
import { nameOfPersons, todayIn } from '../file-names';
import { useCopy } from '../use-copy';
import { useTextFile } from '../use-text-file';
import { useViewer } from '../viewer';
import './erasure.css';

interface ReceiptCodeProps {
  code: string;
  /** Once the erasure has ended. */
  receipt?: Receipt | undefined;
  /** Said to the person it is about, or to the administrator who acts for someone else. */
  whose: 'yours' | 'theirs';
  /** Somebody else whose erasure it is: the end of their account ID stands in the names of files. */
  of?: AccountId;
}

const words = {
  yours: {
    title: 'Your receipt code',
    inFile: 'Receipt code of my deletion in Privacy Center for Jira',
    keep: 'Keep it now: the app does not have it, so nobody can find it again for you.',
  },
  theirs: {
    title: 'Receipt code of this erasure',
    inFile: 'Receipt code of an erasure in Privacy Center for Jira',
    keep: 'Keep it now, or hand it to the person: the app does not have it, so nobody can find it again.',
  },
};

/** The receipt code of an erasure, to copy or to save. */
export function ReceiptCode({ code, receipt, whose, of }: ReceiptCodeProps) {
  const { timeZone } = useViewer();
  const { save: saveText, noFile } = useTextFile();
  const { copy, said } = useCopy(code, 'Save it instead, or mark the code and copy it.');
  const save = () => {
    const name = `${nameOfPersons('receipt-code', of, todayIn(timeZone))}.txt`;
    saveText({ name, type: 'text/plain', content: `${words[whose].inFile}\n${code}\n` });
  };
  const saveReceipt = (ended: Receipt) => {
    const name = `${nameOfPersons('receipt', of, todayIn(timeZone))}.json`;
    saveText({ name, type: 'application/json', content: toReceiptFile(code, ended) });
  };
  return (
    <section className="card stack-tight" aria-labelledby="receipt-title">
      <p className="title-xsmall" id="receipt-title">
        {words[whose].title}
      </p>
      <p>
        <code className="receipt-code">{code}</code>
      </p>
      {receipt && (
        <p>
          It belongs to receipt number {receipt.number}. Save the receipt to check it later, here or without
          this app: it says what was erased and when, and names nobody. The code is in it.
        </p>
      )}
      <p className="quiet">
        It was made in this browser, and the app gets only its fingerprint. {words[whose].keep}
      </p>
      <div className="row">
        <Button spacing="compact" onClick={copy}>
          Copy
        </Button>
        {receipt ? (
          <Button spacing="compact" onClick={() => saveReceipt(receipt)}>
            Save the receipt
          </Button>
        ) : (
          <Button spacing="compact" onClick={save}>
            Save as a file
          </Button>
        )}
        <span role="status" className="small">
          {said}
        </span>
      </div>
      {noFile}
    </section>
  );
}
