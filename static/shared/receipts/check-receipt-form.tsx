import Button from '@atlaskit/button/new';
import { useId, useState, type FormEvent } from 'react';
import type { Failure } from '../failure';
import { FailureMessage } from '../failure-message';
import { FileChoice } from '../file-choice';
import { Message } from '../message';
import { isReceiptCode } from '../receipt-code';
import { useAction } from '../use-action';
import { t } from '../words/words';
import { checkByCode, checkByFile, type Outcome } from './check-receipt';
import { faultWords } from './fault-words';
import { ReceiptFacts } from './receipt-facts';
import './receipts.css';

/** Checks a receipt by its code or by its file, for whoever holds one. */
export function CheckReceiptForm() {
  const { busy, failure, run, forget } = useAction();
  const [outcome, setOutcome] = useState<Outcome | 'no-code'>();
  const corrected = () => {
    forget();
    if (outcome === 'no-code') setOutcome(undefined);
  };
  const check = async (work: () => Promise<Outcome | Failure>) => {
    setOutcome(undefined);
    setOutcome(await run(work));
  };
  return (
    <section className="stack" aria-labelledby="check-title">
      <h2 className="title-small" id="check-title">
        {t('receipts.check-title')}
      </h2>
      <p className="quiet check-intro">{t('receipts.check-about')}</p>
      <CodeForm
        busy={busy}
        wrong={outcome === 'no-code'}
        onChange={corrected}
        onCheck={(code) => {
          forget();
          if (isReceiptCode(code)) void check(() => checkByCode(code));
          else setOutcome('no-code');
        }}
      />
      <FileChoice
        label={t('receipts.choose-file')}
        accept=".json,application/json"
        disabled={busy}
        onChosen={([file]) => void (file && check(async () => checkByFile(await textOf(file))))}
      />
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
  onChange: () => void;
  onCheck: (code: string) => void;
}

function CodeForm({ busy, wrong, onChange, onCheck }: CodeFormProps) {
  const id = useId();
  const [code, setCode] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onCheck(code);
  };
  return (
    <form className="check-by-code" noValidate onSubmit={submit}>
      <label htmlFor={id}>{t('receipts.code')}</label>
      <input
        className="receipt-code-input"
        id={id}
        value={code}
        maxLength={100}
        autoComplete="off"
        spellCheck={false}
        aria-invalid={wrong}
        aria-describedby={wrong ? `${id}-wrong` : undefined}
        onChange={(event) => {
          setCode(event.target.value);
          onChange();
        }}
      />
      <Button type="submit" isLoading={busy}>
        {t('receipts.check-code')}
      </Button>
      {wrong && (
        <p className="check-error small" id={`${id}-wrong`} role="alert">
          {t('receipts.no-code')}
        </p>
      )}
    </form>
  );
}

function OutcomeMessage({ outcome }: { outcome: Outcome }) {
  if (!outcome.fits) {
    const { title, words } = faultWords[outcome.fault];
    return (
      <Message
        tone={outcome.fault === 'unknown' || outcome.fault === 'not-held' ? 'warning' : 'error'}
        title={t(title)}
      >
        {t(words)}
      </Message>
    );
  }
  return (
    <Message tone="success" title={t('receipts.genuine-title')}>
      <div className="stack-tight">
        <p>{t('receipts.genuine')}</p>
        <ReceiptFacts receipt={outcome.receipt} />
      </div>
    </Message>
  );
}
