import Button from '@atlaskit/button/new';
import { useId, useState, type FormEvent } from 'react';
import type { Failure } from '../failure';
import { FailureMessage } from '../failure-message';
import '../file-choice.css';
import { Message } from '../message';
import { isReceiptCode } from '../receipt-code';
import { useAction } from '../use-action';
import { checkByCode, checkByFile, type Outcome } from './check-receipt';
import { faultWords } from './fault-words';
import { ReceiptFacts } from './receipt-facts';
import './receipts.css';

/** Checks a receipt by its code or by its file, for whoever holds one. */
export function CheckReceiptForm() {
  const { busy, failure, run } = useAction();
  const [outcome, setOutcome] = useState<Outcome | 'no-code'>();
  const check = async (work: () => Promise<Outcome | Failure>) => {
    setOutcome(undefined);
    setOutcome(await run(work));
  };
  return (
    <section className="stack" aria-labelledby="check-title">
      <h2 className="title-small" id="check-title">
        Check a receipt
      </h2>
      <p className="quiet check-intro">
        Every erasure ends with a receipt. With its file or its code, anybody can check here that the erasure
        was done and that nobody changed the receipt. A receipt does not say whose data it was.
      </p>
      <CodeForm
        busy={busy}
        wrong={outcome === 'no-code'}
        onCheck={(code) => {
          if (isReceiptCode(code)) void check(() => checkByCode(code));
          else setOutcome('no-code');
        }}
      />
      <FileChoice busy={busy} onChosen={(file) => void check(async () => checkByFile(await textOf(file)))} />
      {failure && <FailureMessage failure={failure} />}
      <div role="status">{outcome && outcome !== 'no-code' && <OutcomeMessage outcome={outcome} />}</div>
    </section>
  );
}

const mostBytes = 100_000;

/** A file too large for a receipt is not even read. */
const textOf = (file: File): Promise<string> => (file.size > mostBytes ? Promise.resolve('') : file.text());

interface CodeFormProps {
  busy: boolean;
  /** What was to be checked is no code. */
  wrong: boolean;
  onCheck: (code: string) => void;
}

function CodeForm({ busy, wrong, onCheck }: CodeFormProps) {
  const id = useId();
  const [code, setCode] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onCheck(code);
  };
  return (
    <form className="check-by-code" noValidate onSubmit={submit}>
      <label htmlFor={id}>Receipt code</label>
      <input
        className="receipt-code-input"
        id={id}
        value={code}
        maxLength={100}
        autoComplete="off"
        spellCheck={false}
        aria-invalid={wrong}
        aria-describedby={wrong ? `${id}-wrong` : undefined}
        onChange={(event) => setCode(event.target.value)}
      />
      <Button type="submit" isLoading={busy}>
        Check the code
      </Button>
      {wrong && (
        <p className="check-error small" id={`${id}-wrong`} role="alert">
          A receipt code has 32 letters and digits. Dashes, spaces and small letters do not matter.
        </p>
      )}
    </form>
  );
}

function FileChoice({ busy, onChosen }: { busy: boolean; onChosen: (file: File) => void }) {
  const id = useId();
  return (
    <div className="stack-tight">
      <label htmlFor={id}>Or choose the file of a receipt</label>
      <input
        id={id}
        className="file-choice"
        type="file"
        accept=".json,application/json"
        disabled={busy}
        onChange={({ target }) => {
          const file = target.files?.[0];
          // The same file can be chosen again.
          target.value = '';
          if (file) onChosen(file);
        }}
      />
    </div>
  );
}

function OutcomeMessage({ outcome }: { outcome: Outcome }) {
  if (!outcome.fits) {
    const { title, words } = faultWords[outcome.fault];
    return (
      <Message
        tone={outcome.fault === 'unknown' || outcome.fault === 'not-held' ? 'warning' : 'error'}
        title={title}
      >
        {words}
      </Message>
    );
  }
  return (
    <Message tone="success" title="This receipt is genuine and unchanged">
      <div className="stack-tight">
        <p>The app holds it as it stands here, and it fits the receipts before and after it.</p>
        <ReceiptFacts receipt={outcome.receipt} />
      </div>
    </Message>
  );
}
