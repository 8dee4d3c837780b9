import type { HeldDataSet } from '../../../src/contract';
import { recordsWords } from '../../shared/count-words';
import { useViewer } from '../../shared/viewer';

/** One data set: how much of it is held, why, by what right, and until when. */
export function DataSetCard({ dataSet }: { dataSet: HeldDataSet }) {
  const viewer = useViewer();
  return (
    <li className="card data-set">
      <div className="data-set-title">
        <h3 className="title-xsmall">{dataSet.title}</h3>
        <span className="count number">{recordsWords(dataSet, viewer.locale)}</span>
      </div>
      <p>{dataSet.what}</p>
      <dl className="facts">
        <dt>Why</dt>
        <dd>{dataSet.purpose}</dd>
        <dt>Legal basis</dt>
        <dd>{dataSet.lawfulBasis}</dd>
        <dt>How long</dt>
        <dd>{dataSet.retention}</dd>
      </dl>
    </li>
  );
}
