import Button from '@atlaskit/button/new';
import type { Receipt } from '../../../src/contract';
import { toReceiptFile } from '../receipts/receipt-file';
import { saveFile } from '../save-file';
import { useCopy } from '../use-copy';
import './erasure.css';

interface ReceiptCodeProps {
  code: string;
  /** Once the erasure has ended. */
  receipt?: Receipt | undefined;
  /** Said to the person it is about, or to the administrator who acts for someone else. */
  whose: 'yours' | 'theirs';
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
export function ReceiptCode({ code, receipt, whose }: ReceiptCodeProps) {
  const { copy, said, setSaid } = useCopy(code, 'Save it instead, or mark the code and copy it.');
  const save = () => {
    saveFile('receipt-code.txt', 'text/plain', `${words[whose].inFile}\n${code}\n`);
    setSaid('Saved as receipt-code.txt.');
  };
  const saveReceipt = (ended: Receipt) => {
    saveFile('receipt.json', 'application/json', toReceiptFile(code, ended));
    setSaid('Saved as receipt.json. The code is in it.');
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
          this app: it says what was erased and when, and names nobody.
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
    </section>
  );
}
