import Button from '@atlaskit/button/new';
import { useId, useState, type FormEvent } from 'react';
import type { AccountId } from '../../../src/contract';
import '../entries/entries.css';
import { FilterField } from '../entries/filter-field';
import { t } from '../words/words';
import './export-part.css';
import { ExportFileChoice } from './export-file-choice';
import { openExport } from './open-export';
import { newSince, ofDays, type Portion } from './portion';
import type { ReadExport } from './read-export';

interface ExportPartProps {
  accountId: AccountId;
  /** What somebody else is called whose data it is. */
  of?: string;
  isBusy: boolean;
  onExport: (portion: Portion) => void;
}

type Kind = 'of-days' | 'new';

const ownWords = () => ({
  title: t('export.part-title'),
  about: t('export.part-about'),
  earlier: t('export.earlier-about'),
});

const wordsOf = (name: string): ReturnType<typeof ownWords> => ({
  title: t('export.part-title-of', { name }),
  about: t('export.part-about-of'),
  earlier: t('export.earlier-about-of', { name }),
});

/** Exports some of the entries: those of a range of days, or what earlier exports do not have. */
export function ExportPart({ accountId, of, isBusy, onExport }: ExportPartProps) {
  const id = useId();
  const [kind, setKind] = useState<Kind>('of-days');
  const words = of === undefined ? ownWords() : wordsOf(of);
  const choice = (one: Kind, label: string) => (
    <label className="row-together">
      <input type="radio" name={id} checked={kind === one} onChange={() => setKind(one)} />
      {label}
    </label>
  );
  return (
    <section className="stack" aria-labelledby={`${id}-title`}>
      <h2 className="title-small" id={`${id}-title`}>
        {words.title}
      </h2>
      <p>{words.about}</p>
      <fieldset className="stack-tight">
        <legend>{t('export.which-entries')}</legend>
        {choice('of-days', t('export.of-days'))}
        {choice('new', t('export.new'))}
      </fieldset>
      {kind === 'of-days' ? (
        <DaysForm isBusy={isBusy} onExport={onExport} />
      ) : (
        <NewForm accountId={accountId} about={words.earlier} isBusy={isBusy} onExport={onExport} />
      )}
    </section>
  );
}

function DaysForm({ isBusy, onExport }: Pick<ExportPartProps, 'isBusy' | 'onExport'>) {
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onExport(ofDays(from, to));
  };
  const limit = (day: string) => (day === '' ? undefined : day);
  return (
    <form className="filter-bar days-form" onSubmit={submit}>
      <FilterField
        label={t('export.first-day')}
        type="date"
        required
        max={limit(to)}
        value={from}
        onChange={setFrom}
      />
      <FilterField
        label={t('export.last-day')}
        type="date"
        required
        min={limit(from)}
        value={to}
        onChange={setTo}
      />
      <div className="row">
        <Button type="submit" isLoading={isBusy}>
          {t('export.export-days')}
        </Button>
      </div>
    </form>
  );
}

type NewFormProps = Omit<ExportPartProps, 'of'> & { about: string };

function NewForm({ accountId, about, isBusy, onExport }: NewFormProps) {
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
      <p>{about}</p>
      <ExportFileChoice
        label={t('export.choose-earlier')}
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
