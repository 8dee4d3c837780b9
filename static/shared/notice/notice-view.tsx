import type { Notice, NoticeChange, NoticeSection } from '../../../src/contract';
import { ControllerPage } from '../controller-page';
import { formatDay } from '../dates';
import { useViewer } from '../viewer';
import { inLanguage, rich, t } from '../words/words';
import { NoticeDataSet } from './notice-data-set';
import { NoticeMark } from './notice-mark';
import { OneScreen } from './one-screen';
import './notice.css';

interface NoticeViewProps {
  notice: Notice;
  /** Since the reader read a version before this one: marked where they stand. */
  changes?: readonly NoticeChange[] | undefined;
}

/** The privacy notice: one screen first, then the full text in the order of GDPR art. 13. */
export function NoticeView({ notice, changes }: NoticeViewProps) {
  const viewer = useViewer();
  return (
    <article className="notice stack" aria-labelledby="notice-heading">
      <header className="notice-summary stack-tight">
        <h2 className="title-medium" id="notice-heading">
          {t('panel.your-data-here')}
        </h2>
        <NoticeMark changes={changes} kind="summary" id="summary" />
        <p {...inLanguage(notice.language)}>{notice.line}</p>
        <OneScreen
          language={notice.language}
          screen={notice.screen}
          page={notice.controllerPage !== undefined && <OwnPage id={notice.controllerPage} />}
        />
      </header>
      <h2 className="title-medium">{t('notice.view-full')}</h2>
      {notice.sections.map((section) => (
        <SectionText key={section.id} section={section} notice={notice} changes={changes} />
      ))}
      <p className="quiet small">
        {t('notice.view-version', {
          version: notice.version,
          provider: notice.vendor.name,
          day: formatDay(notice.policyDate, viewer),
        })}{' '}
        <NoticeMark changes={changes} kind="policy" id="policy" />
      </p>
    </article>
  );
}

function SectionText({ section, notice, changes }: NoticeViewProps & { section: NoticeSection }) {
  const titleId = `notice-${section.id}`;
  const { controllerPage, language } = notice;
  return (
    <section className="stack-tight" aria-labelledby={titleId}>
      <h3 className="title-small" id={titleId} {...inLanguage(language)}>
        {section.title}
      </h3>
      <NoticeMark changes={changes} kind="section" id={section.id} />
      {section.paragraphs.map(({ text, source }) => (
        <p key={text} {...inLanguage(language)}>
          {text}
          {source !== undefined && (
            <span className="quiet small"> {t('notice.view-source', { source })}</span>
          )}
        </p>
      ))}
      {section.id === 'responsible' && controllerPage !== undefined && (
        <p>
          <OwnPage id={controllerPage} />
        </p>
      )}
      {section.id === 'stored' && (
        <div className="notice-data-sets">
          {notice.dataSets.map((dataSet) => (
            <NoticeDataSet key={dataSet.name} dataSet={dataSet} language={language} changes={changes} />
          ))}
        </div>
      )}
    </section>
  );
}

/** Named as the organisation's: the sentence before it may be about Cappsule. */
const OwnPage = ({ id }: { id: string }) =>
  rich('notice.view-own-page', { page: <ControllerPage id={id} /> });
