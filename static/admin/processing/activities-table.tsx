import type { ProcessingRecord } from '../../../src/contract';
import { ColumnHeads } from '../../shared/column-heads';
import { ScrollArea } from '../scroll-area';
import { categoryWords } from '../../shared/category-words';
import { inLanguage, t } from '../../shared/words/words';
import { measuresOfAll } from './measures-of-all';
import { Points } from './points';

type Activity = ProcessingRecord['activities'][number];

const titles = [
  'processing.activity',
  'processing.purpose',
  'common.legal-basis',
  'processing.data-subjects',
  'processing.categories',
  'processing.retention',
] as const;

export function ActivitiesTable({ activities, language }: Pick<ProcessingRecord, 'activities' | 'language'>) {
  const shared = measuresOfAll(activities);
  return (
    <>
      <ActivityRows activities={activities} language={language} withMeasures={shared === undefined} />
      {shared && (
        <section className="stack-tight" aria-labelledby="measures-title">
          <h3 className="title-xsmall" id="measures-title">
            {t('processing.shared-measures')}
          </h3>
          <Points of={shared} language={language} />
        </section>
      )}
    </>
  );
}

interface ActivityRowsProps extends Pick<ProcessingRecord, 'activities' | 'language'> {
  /** Where they are the same for all, they stand once below the table. */
  withMeasures: boolean;
}

function ActivityRows({ activities, language, withMeasures }: ActivityRowsProps) {
  const heads = withMeasures ? [...titles, 'processing.security-measures' as const] : titles;
  return (
    <ScrollArea label={t('processing.activities')}>
      <table className="table stacking wide">
        <caption className="only-read-aloud">{t('processing.activities')}</caption>
        <ColumnHeads heads={heads.map((head) => t(head))} />
        <tbody>
          {activities.map((activity) => (
            <ActivityRow key={activity.name} {...{ activity, language, withMeasures }} />
          ))}
        </tbody>
      </table>
    </ScrollArea>
  );
}

interface ActivityRowProps extends Pick<ActivityRowsProps, 'language' | 'withMeasures'> {
  activity: Activity;
}

function ActivityRow({ activity, language, withMeasures }: ActivityRowProps) {
  const spoken = inLanguage(language);
  return (
    <tr>
      <th scope="row" {...spoken}>
        {activity.name}
      </th>
      <td data-label={t('processing.purpose')} {...spoken}>
        {activity.purpose}
      </td>
      <td data-label={t('common.legal-basis')} {...spoken}>
        {activity.lawfulBasis}
      </td>
      <td data-label={t('processing.data-subjects')} {...spoken}>
        {activity.dataSubjects}
      </td>
      <td data-label={t('processing.categories')}>
        <Points of={activity.categories.map(categoryWords)} />
      </td>
      <td data-label={t('processing.retention')}>
        <Points of={activity.retention} language={language} />
      </td>
      {withMeasures && (
        <td data-label={t('processing.security-measures')}>
          <Points of={activity.securityMeasures} language={language} />
        </td>
      )}
    </tr>
  );
}
