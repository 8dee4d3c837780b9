import Button from '@atlaskit/button/new';
import type { AccountId, Receipt } from '../../../src/contract';
import { toReceiptFile } from '../receipts/receipt-file';
import { keepsForTab } from '../keeps-for-tab';
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
    lost: 'so nobody can find it again for you.',
    save: 'Save it now.',
  },
  theirs: {
    title: 'Receipt code of this erasure',
    inFile: 'Receipt code of an erasure in Privacy Center for Jira',
    lost: 'so nobody can find it again.',
    save: 'Save it now, or hand it to the person.',
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
        It was made in this browser and the app gets only its fingerprint, {words[whose].lost}
      </p>
      <p>
        <strong>{words[whose].save}</strong>{' '}
        {!keepsForTab() && 'This browser keeps nothing for this page: the code is gone when you leave it.'}
      </p>
      <div className="row">
        {receipt ? (
          <Button spacing="compact" onClick={() => saveReceipt(receipt)}>
            Save the receipt
          </Button>
        ) : (
          <Button spacing="compact" onClick={save}>
            Save the code
          </Button>
        )}
        <Button spacing="compact" appearance="subtle" onClick={copy}>
          Copy
        </Button>
        <span role="status" className="small">
          {said}
        </span>
      </div>
      {noFile}
    </section>
  );
}
