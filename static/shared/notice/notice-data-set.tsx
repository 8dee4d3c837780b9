import type { DataSetNotice } from '../../../src/contract';
import { ColumnHeads } from '../column-heads';
import { categoryWords } from '../category-words';

/** One data set of the notice: what it is at a glance; why, how long and every field unfold on demand. */
export function NoticeDataSet({ dataSet }: { dataSet: DataSetNotice }) {
  return (
    <details className="notice-data-set">
      <summary>
        <strong>{dataSet.title}</strong>
        <span className="quiet">{dataSet.what}</span>
      </summary>
      <div className="stack-tight">
        <dl className="facts">
          <dt>Why</dt>
          <dd>{dataSet.purpose}</dd>
          <dt>Legal basis</dt>
          <dd>{dataSet.lawfulBasis}</dd>
          <dt>How long</dt>
          <dd>{dataSet.retention}</dd>
          <dt>When you delete</dt>
          <dd>{dataSet.onErasure}</dd>
          <dt>In your export</dt>
          <dd>{dataSet.exported ? 'Yes' : 'No'}</dd>
        </dl>
        <FieldTable dataSet={dataSet} />
      </div>
    </details>
  );
}

function FieldTable({ dataSet }: { dataSet: DataSetNotice }) {
  return (
    <table className="table stacking">
      <caption className="only-read-aloud">Fields of {dataSet.title}</caption>
      <ColumnHeads heads={['Field', 'What it is', 'Category']} />
      <tbody>
        {dataSet.fields.map((field) => (
          <tr key={field.name}>
            <td>
              <code>{field.name}</code>
            </td>
            <td>{field.what}</td>
            <td data-label="Category">{categoryWords(field.category)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
