import Button from '@atlaskit/button/new';
import { useState } from 'react';
import { saveFile } from '../../shared/save-file';

/** The receipt code of an erasure, to copy or to save. */
export function ReceiptCode({ code }: { code: string }) {
  const [said, setSaid] = useState('');
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(code);
      setSaid('Copied.');
    } catch {
      setSaid('This browser does not let us copy here. Save it instead, or mark the code and copy it.');
    }
  };
  const save = () => {
    saveFile(
      'receipt-code.txt',
      'text/plain',
      `Receipt code of my deletion in Privacy Center for Jira\n${code}\n`,
    );
    setSaid('Saved as receipt-code.txt.');
  };
  return (
    <section className="card stack-tight" aria-labelledby="receipt-title">
      <h3 className="title-xsmall" id="receipt-title">
        Your receipt code
      </h3>
      <p>
        <code className="receipt-code">{code}</code>
      </p>
      <p className="quiet">
        It was made in this browser, and the app gets only its fingerprint. Keep it: nobody can find it again
        for you, because nothing leads from you to it.
      </p>
      <div className="row">
        <Button spacing="compact" onClick={() => void copy()}>
          Copy
        </Button>
        <Button spacing="compact" onClick={save}>
          Save as a file
        </Button>
        <span role="status" className="small">
          {said}
        </span>
      </div>
    </section>
  );
}
