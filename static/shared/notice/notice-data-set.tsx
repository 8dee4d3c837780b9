import type { DataSetNotice } from '../../../src/contract';

/** One data set of the notice: the facts at a glance, its fields unfolded on demand. */
export function NoticeDataSet({ dataSet }: { dataSet: DataSetNotice }) {
  return (
    <div className="card stack-tight">
      <h4 className="title-xsmall">{dataSet.title}</h4>
      <p>{dataSet.what}</p>
      <dl className="facts">
        <dt>Why</dt>
        <dd>{dataSet.purpose}</dd>
        <dt>Lawful basis</dt>
        <dd>{dataSet.lawfulBasis}</dd>
        <dt>How long</dt>
        <dd>{dataSet.retention}</dd>
        <dt>When you delete</dt>
        <dd>{dataSet.onErasure}</dd>
        <dt>In your export</dt>
        <dd>{dataSet.exported ? 'Yes' : 'No'}</dd>
      </dl>
      <details>
        <summary>Every field of it</summary>
        <table className="table stacking">
          <caption className="only-read-aloud">Fields of {dataSet.title}</caption>
          <thead>
            <tr>
              <th scope="col">Field</th>
              <th scope="col">What it is</th>
              <th scope="col">Category</th>
            </tr>
          </thead>
          <tbody>
            {dataSet.fields.map((field) => (
              <tr key={field.name}>
                <td>
                  <code>{field.name}</code>
                </td>
                <td>{field.what}</td>
                <td data-label="Category">{field.category}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </div>
  );
}
