import { JiraLink } from '../shared/jira-link';
import { MyDataLink } from '../shared/page-links';
import { useViewer } from '../shared/viewer';
import { rich, t } from '../shared/words/words';

const MINE = '/issues?jql=assignee%20%3D%20currentUser()%20ORDER%20BY%20updated%20DESC';

/** Where time is logged besides, and where one sees and deletes what is kept. */
export function Ways() {
  const { siteUrl } = useViewer();
  return (
    <section className="stack-tight" aria-labelledby="ways-title">
      <h2 className="title-small" id="ways-title">
        {t('my-time.ways-title')}
      </h2>
      <p>
        {rich('my-time.ways-panel', {
          strong: (words) => <strong>{words}</strong>,
          link: (words) => (
            <JiraLink href={siteUrl + MINE} to={MINE} otherwise={t('my-time.my-work-items-found')}>
              {words}
            </JiraLink>
          ),
        })}
      </p>
      <p>{rich('my-time.ways-my-data', { link: (words) => <MyDataLink>{words}</MyDataLink> })}</p>
    </section>
  );
}
