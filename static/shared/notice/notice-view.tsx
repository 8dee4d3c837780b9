import type { Notice, NoticeSection } from '../../../src/contract';
import { formatDay } from '../dates';
import { useViewer } from '../viewer';
import { NoticeDataSet } from './notice-data-set';
import './notice.css';

/** The full privacy notice in layers: the summary, the sections, then every data set to unfold. */
export function NoticeView({ notice }: { notice: Notice }) {
  const viewer = useViewer();
  return (
    <article className="notice stack" aria-labelledby="notice-heading">
      <header className="notice-summary stack-tight">
        <h2 className="title-medium" id="notice-heading">
          Privacy notice
        </h2>
        <p>{notice.summary}</p>
        <p className="quiet small">
          {notice.vendor.name} · {notice.vendor.contact} · policy of {formatDay(notice.policyDate, viewer)} ·
          version {notice.version}
        </p>
      </header>
      {notice.sections.map((section) => (
        <SectionText key={section.id} section={section} />
      ))}
      <section className="stack-tight" aria-labelledby="notice-data-sets">
        <h3 className="title-small" id="notice-data-sets">
          What is kept, one by one
        </h3>
        <div className="notice-data-sets">
          {notice.dataSets.map((dataSet) => (
            <NoticeDataSet key={dataSet.name} dataSet={dataSet} />
          ))}
        </div>
      </section>
    </article>
  );
}

function SectionText({ section }: { section: NoticeSection }) {
  const titleId = `notice-${section.id}`;
  return (
    <section className="stack-tight" aria-labelledby={titleId}>
      <h3 className="title-small" id={titleId}>
        {section.title}
      </h3>
      {section.paragraphs.map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
      {section.points && (
        <ul className="points">
          {section.points.map((point) => (
            <li key={point}>{point}</li>
          ))}
        </ul>
      )}
    </section>
  );
}
