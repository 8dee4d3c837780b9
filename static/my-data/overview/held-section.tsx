import type { HeldDataSet } from '../../../src/contract';
import { recordsWords } from '../../shared/count-words';
import { useViewer } from '../../shared/viewer';
import { DataSetCard } from './data-set-card';
import { recordsOf } from './records-of';

/** One card for each kind of record; those that nobody entered are folded into one. */
export function HeldSection({ dataSets }: { dataSets: readonly HeldDataSet[] }) {
  const { locale } = useViewer();
  const own = dataSets.filter(({ bookkeeping }) => !bookkeeping);
  const needed = dataSets.filter(({ bookkeeping }) => bookkeeping);
  return (
    <section className="stack" aria-labelledby="held-title">
      <div className="stack-tight">
        <h2 className="title-small" id="held-title">
          What is kept, and why
        </h2>
        <p className="quiet">{inAllWords(dataSets, locale)}</p>
      </div>
      <ul className="cards">
        {own.map((dataSet) => (
          <DataSetCard key={dataSet.name} dataSet={dataSet} />
        ))}
      </ul>
      {needed.length > 0 && <NeededRecords dataSets={needed} />}
    </section>
  );
}

function inAllWords(dataSets: readonly HeldDataSet[], locale: string): string {
  const all = recordsWords(recordsOf(dataSets), locale, { one: 'record', many: 'records' });
  return `${all} in all, of every kind. An export holds exactly these.`;
}

function NeededRecords({ dataSets }: { dataSets: readonly HeldDataSet[] }) {
  const { locale } = useViewer();
  return (
    <details className="card needed-records">
      <summary>
        <strong>Records the app needs to run</strong>{' '}
        <span className="count number">{recordsWords(recordsOf(dataSets), locale)}</span>{' '}
        <span className="quiet">{dataSets.map(({ title }) => title).join(', ')}</span>
      </summary>
      <ul className="cards">
        {dataSets.map((dataSet) => (
          <DataSetCard key={dataSet.name} dataSet={dataSet} />
        ))}
      </ul>
    </details>
  );
}
