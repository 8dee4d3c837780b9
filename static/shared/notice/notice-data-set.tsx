import type { DataSetNotice, NoticeChange, NoticeLanguage } from '../../../src/contract';
import { ColumnHeads } from '../column-heads';
import { categoryWords } from '../category-words';
import { inLanguage, t } from '../words/words';
import { NoticeMark } from './notice-mark';

interface NoticeDataSetProps {
  dataSet: DataSetNotice;
  language: NoticeLanguage;
  changes: readonly NoticeChange[] | undefined;
}

/** One data set of the notice: what it is at a glance; why, how long and every field unfold on demand. */
export function NoticeDataSet({ dataSet, language, changes }: NoticeDataSetProps) {
  const said = inLanguage(language);
  return (
    <details className="notice-data-set">
      <summary>
        <span>
          <strong {...said}>{dataSet.title}</strong>{' '}
          <NoticeMark changes={changes} kind="data-set" id={dataSet.name} />
        </span>
        <span className="quiet" {...said}>
          {dataSet.what}
        </span>
      </summary>
      <div className="stack-tight">
        <dl className="facts">
          <dt>{t('my-data.why')}</dt>
          <dd {...said}>{dataSet.purpose}</dd>
          <dt>{t('common.legal-basis')}</dt>
          <dd {...said}>{dataSet.lawfulBasis}</dd>
          <dt>{t('my-data.how-long')}</dt>
          <dd {...said}>{dataSet.retention}</dd>
          <dt>{t('notice.view-when-deleting')}</dt>
          <dd {...said}>{dataSet.onErasure}</dd>
          <dt>{t('notice.view-in-export')}</dt>
          <dd>{t(dataSet.exported ? 'common.yes' : 'common.no')}</dd>
        </dl>
        <FieldTable dataSet={dataSet} language={language} />
      </div>
    </details>
  );
}

function FieldTable({ dataSet, language }: Pick<NoticeDataSetProps, 'dataSet' | 'language'>) {
  return (
    <table className="table stacking">
      <caption className="only-read-aloud">{t('notice.view-fields', { title: dataSet.title })}</caption>
      <ColumnHeads heads={[t('notice.view-field'), t('notice.view-what'), t('notice.view-category')]} />
      <tbody>
        {dataSet.fields.map((field) => (
          <tr key={field.name}>
            <td>
              <code>{field.name}</code>
            </td>
            <td {...inLanguage(language)}>{field.what}</td>
            <td data-label={t('notice.view-category')}>{categoryWords(field.category)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
