import type { Notice, NoticeSection } from '../../../src/contract';
import { ControllerPage } from '../controller-page';
import { formatDay } from '../dates';
import { useViewer } from '../viewer';
import { NoticeDataSet } from './notice-data-set';
import { OneScreen } from './one-screen';
import './notice.css';

/** The privacy notice: one screen first, then the full text in the order of GDPR art. 13. */
export function NoticeView({ notice }: { notice: Notice }) {
  const viewer = useViewer();
  return (
    <article className="notice stack" aria-labelledby="notice-heading">
      <header className="notice-summary stack-tight">
        <h2 className="title-medium" id="notice-heading">
          Your data in this app
        </h2>
        <p>{notice.line}</p>
        <OneScreen
          screen={notice.screen}
          page={notice.controllerPage !== undefined && <ControllerPage id={notice.controllerPage} />}
        />
      </header>
      <h2 className="title-medium">The full notice</h2>
      {notice.sections.map((section) => (
        <SectionText key={section.id} section={section} notice={notice} />
      ))}
      <p className="quiet small">
        Version {notice.version}. It puts the policy of {notice.vendor.name} of{' '}
        {formatDay(notice.policyDate, viewer)} into practice.
      </p>
    </article>
  );
}

function SectionText({ section, notice }: { section: NoticeSection; notice: Notice }) {
  const titleId = `notice-${section.id}`;
  const { controllerPage } = notice;
  return (
    <section className="stack-tight" aria-labelledby={titleId}>
      <h3 className="title-small" id={titleId}>
        {section.title}
      </h3>
      {section.paragraphs.map(({ text, source }) => (
        <p key={text}>
          {text}
          {source !== undefined && <span className="quiet small"> (According to {source}.)</span>}
        </p>
      ))}
      {section.id === 'responsible' && controllerPage !== undefined && (
        <p>
          <ControllerPage id={controllerPage} />
        </p>
      )}
      {section.id === 'stored' && (
        <div className="notice-data-sets">
          {notice.dataSets.map((dataSet) => (
            <NoticeDataSet key={dataSet.name} dataSet={dataSet} />
          ))}
        </div>
      )}
    </section>
  );
}
