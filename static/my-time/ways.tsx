import { JiraLink } from '../shared/jira-link';
import { MyDataLink } from '../shared/page-links';
import { useViewer } from '../shared/viewer';

const MINE = '/issues?jql=assignee%20%3D%20currentUser()%20ORDER%20BY%20updated%20DESC';

/** Where time is logged besides, and where one sees and deletes what is kept. */
export function Ways() {
  const { siteUrl } = useViewer();
  return (
    <section className="stack-tight" aria-labelledby="ways-title">
      <h2 className="title-small" id="ways-title">
        Where else to go
      </h2>
      <p>
        On a work item, <strong>Time and privacy</strong> in the column at its right logs time, too.{' '}
        <JiraLink href={siteUrl + MINE} to={MINE} otherwise="You find your work items in Jira’s search.">
          Find my work items
        </JiraLink>
      </p>
      <p>
        <MyDataLink>My data</MyDataLink> shows every record that this app keeps about you. There you export
        and delete them.
      </p>
    </section>
  );
}
