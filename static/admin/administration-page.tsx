import { call } from '../shared/call';
import { useLoaded } from '../shared/use-loaded';
import { AdministrationBody } from './administration-body';
import { LoadState } from './load-state';
import { Refused } from './refused';

const loadDashboard = () => call('getDashboard', {});

/** The administration page; the figures come first because they say whether the person may be here at all. */
export default function AdministrationPage() {
  const loaded = useLoaded(loadDashboard);
  const { value, failure, reload } = loaded;
  if (failure?.error.code === 'NOT_ALLOWED') return <Refused failure={failure} />;
  return (
    <>
      <p className="quiet">
        What this app keeps about people in this Jira site, and what you can do about it.
      </p>
      <LoadState loaded={loaded} what="the figures" />
      {value && <AdministrationBody dashboard={value} reloadDashboard={reload} />}
    </>
  );
}
