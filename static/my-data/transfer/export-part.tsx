import Button from '@atlaskit/button/new';
import { useId, useState, type FormEvent } from 'react';
import type { AccountId } from '../../../src/contract';
import { newSince, ofDays, type Portion } from '../../shared/export/portion';
import type { ReadExport } from '../../shared/export/read-export';
import { FileField } from './file-field';
import { openExport } from './prepare-import';

interface ExportPartProps {
  accountId: AccountId;
  isBusy: boolean;
  onExport: (portion: Portion) => void;
}

type Kind = 'of-days' | 'new';

/** Exports some of the entries: those of a range of days, or what earlier exports do not have. */
export function ExportPart({ accountId, isBusy, onExport }: ExportPartProps) {
  const id = useId();
  const [kind, setKind] = useState<Kind>('of-days');
  const choice = (one: Kind, words: string) => (
    <label className="row">
      <input type="radio" name={id} checked={kind === one} onChange={() => setKind(one)} />
      {words}
    </label>
  );
  return (
    <section className="stack" aria-labelledby={`${id}-title`}>
      <h2 className="title-small" id={`${id}-title`}>
        Export a part
      </h2>
      <p>
        <em>Export my data</em>, at the top, exports everything. Here you choose which time entries the file
        holds. It still holds every other kind of record in full. Its first page says what it holds.
      </p>
      <fieldset className="stack-tight">
        <legend>Which entries</legend>
        {choice('of-days', 'Entries of certain days')}
        {choice('new', 'Entries added or corrected since an earlier export')}
      </fieldset>
      {kind === 'of-days' ? (
        <DaysForm isBusy={isBusy} onExport={onExport} />
      ) : (
        <NewForm accountId={accountId} isBusy={isBusy} onExport={onExport} />
      )}
    </section>
  );
}

function DaysForm({ isBusy, onExport }: Omit<ExportPartProps, 'accountId'>) {
  const id = useId();
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onExport(ofDays(from, to));
  };
  // The browser itself asks for what is missing or not a date.
  return (
    <form className="days-form" onSubmit={submit}>
      <label htmlFor={`${id}-from`}>First day</label>
      <input
        id={`${id}-from`}
        type="date"
        required
        max={to === '' ? undefined : to}
        value={from}
        onChange={({ target }) => setFrom(target.value)}
      />
      <label htmlFor={`${id}-to`}>Last day</label>
      <input
        id={`${id}-to`}
        type="date"
        required
        min={from === '' ? undefined : from}
        value={to}
        onChange={({ target }) => setTo(target.value)}
      />
      <Button type="submit" isDisabled={isBusy}>
        Export these days
      </Button>
    </form>
  );
}

function NewForm({ accountId, isBusy, onExport }: ExportPartProps) {
  const [problem, setProblem] = useState<string>();
  const choose = async (files: File[]) => {
    setProblem(undefined);
    const read: ReadExport[] = [];
    for (const file of files) {
      const one = await openExport(file, accountId);
      if ('problem' in one) {
        setProblem(one.problem);
        return;
      }
      read.push(one);
    }
    if (read.length > 0) onExport(newSince(read));
  };
  return (
    <div className="stack-tight">
      <p>
        The app does not keep when you exported, so show it the exports you have. They are read in this
        browser and go nowhere. What you deleted since stays in them.
      </p>
      <FileField
        label="Earlier exports, one or more; the export begins when you have chosen them"
        multiple
        disabled={isBusy}
        onChosen={(files) => void choose(files)}
      />
      {problem !== undefined && (
        <p className="field-error" role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}
