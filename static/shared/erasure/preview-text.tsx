import type { ErasurePreview } from '../../../src/contract';
import { recordsWords } from '../count-words';
import { useViewer } from '../viewer';
import './erasure.css';

/** Exactly what an erasure deletes, what stays and why, and what the app cannot reach. */
export function PreviewText({ preview }: { preview: ErasurePreview }) {
  return (
    <>
      <Going dataSets={preview.dataSets} />
      {preview.kept.length > 0 && <Staying kept={preview.kept} />}
      {preview.outside.length > 0 && <Outside lines={preview.outside} />}
      <p>A deletion cannot be undone, and it cannot be stopped once it has begun.</p>
    </>
  );
}

function Going({ dataSets }: Pick<ErasurePreview, 'dataSets'>) {
  const { locale } = useViewer();
  return (
    <section className="stack-tight" aria-labelledby="going-title">
      <h3 className="title-xsmall" id="going-title">
        What goes
      </h3>
      <dl className="preview-counts">
        {dataSets.map((dataSet) => (
          <div key={dataSet.name} className="row-apart">
            <dt>{dataSet.title}</dt>
            <dd className="number">{recordsWords(dataSet, locale)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Staying({ kept }: Pick<ErasurePreview, 'kept'>) {
  return (
    <section className="stack-tight" aria-labelledby="staying-title">
      <h3 className="title-xsmall" id="staying-title">
        What stays, and why
      </h3>
      <ul className="points">
        {kept.map((part) => (
          <li key={part.title}>
            <strong>{part.title}</strong>: {part.why}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Outside({ lines }: { lines: string[] }) {
  return (
    <section className="stack-tight" aria-labelledby="outside-title">
      <h3 className="title-xsmall" id="outside-title">
        What this app cannot delete
      </h3>
      <ul className="points">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
}
