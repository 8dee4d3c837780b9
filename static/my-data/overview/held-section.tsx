import type { HeldDataSet } from '../../../src/contract';
import { dataWords, recordsWords, sentencesWords } from '../../shared/map-words';
import { useViewer } from '../../shared/viewer';
import { t } from '../../shared/words/words';
import { recordsOf } from './records-of';

/** One card for each kind of record; those that nobody entered are folded into one. */
export function HeldSection({ dataSets }: { dataSets: readonly HeldDataSet[] }) {
  const { records, more } = recordsOf(dataSets);
  const own = dataSets.filter(({ bookkeeping }) => !bookkeeping);
  const needed = dataSets.filter(({ bookkeeping }) => bookkeeping);
  return (
    <section className="stack" aria-labelledby="held-title">
      <div className="stack-tight">
        <h2 className="title-small" id="held-title">
          {t('my-data.held-title')}
        </h2>
        <p className="quiet">{t('my-data.in-all', { count: records, more: more ? 'yes' : 'no' })}</p>
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

function NeededRecords({ dataSets }: { dataSets: readonly HeldDataSet[] }) {
  const { locale } = useViewer();
  return (
    <details className="card needed-records">
      <summary>
        <strong>{t('my-data.needed')}</strong>{' '}
        <span className="count number">{recordsWords(recordsOf(dataSets), locale)}</span>{' '}
        <span className="quiet">{dataSets.map(({ name, title }) => dataWords(title, name)).join(', ')}</span>
      </summary>
      <ul className="cards">
        {dataSets.map((dataSet) => (
          <DataSetCard key={dataSet.name} dataSet={dataSet} />
        ))}
      </ul>
    </details>
  );
}

/** One data set: how much of it is held, why, by what right, and until when. */
function DataSetCard({ dataSet }: { dataSet: HeldDataSet }) {
  const viewer = useViewer();
  return (
    <li className="card data-set">
      <div className="data-set-title">
        <h3 className="title-xsmall">{dataWords(dataSet.title, dataSet.name)}</h3>
        <span className="count number">{recordsWords(dataSet, viewer.locale)}</span>
      </div>
      <p>{dataWords(dataSet.what, '')}</p>
      <dl className="facts">
        <dt>{t('my-data.why')}</dt>
        <dd>{dataWords(dataSet.purpose, '')}</dd>
        <dt>{t('common.legal-basis')}</dt>
        <dd>{sentencesWords(dataSet.lawfulBasis)}</dd>
        <dt>{t('my-data.how-long')}</dt>
        <dd>{sentencesWords(dataSet.retention)}</dd>
      </dl>
    </li>
  );
}
