import Button from '@atlaskit/button/new';
import { router } from '@forge/bridge';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { call, failure, type Failure } from '../../shared/call';
import { FailureMessage } from '../../shared/failure-message';
import { useLoaded } from '../../shared/use-loaded';
import { Loading } from '../../shared/loading';
import { NoticeLacks } from '../notice-lacks';
import './get-started.css';

const SiteCheck = lazy(() => import('./site-check/site-check'));

/** For the administrator who has just installed the app: what it does, and where people find it. */
export default function GetStartedPage() {
  return (
    <div className="stack get-started">
      <p>
        People log time on work items and see, export and delete what the app keeps about them. The app keeps
        Atlassian account IDs, time entries and what it needs to keep its promises. It keeps no names and no
        free text, and sends nothing out of Atlassian’s cloud.
      </p>
      <ol className="guide">
        <Step number={1} title="People can log time already">
          <p>
            Every work item of every space has <strong>Time and privacy</strong> in the column at its right.
            Under <strong>Apps</strong>, <strong>My time</strong> shows people their week. Nobody has to set
            anything up.
          </p>
          <p>Some spaces may want it in the middle of their work items. For each of them:</p>
          <ol className="points">
            <li>Open a work item of that space, as a Jira administrator.</li>
            <li>
              Click <strong>Time and privacy</strong>, the app’s button below the title. In some views it is
              in the <strong>Apps</strong> menu.
            </li>
            <li>
              In the panel that appears, open the <strong>•••</strong> menu and choose{' '}
              <strong>Show for all work items</strong>. It holds for this space; a new one needs it again.
            </li>
          </ol>
        </Step>
        <CompleteNotice />
        <Step number={3} title="Tell people where their data is">
          <p>
            Everybody finds <strong>My data</strong> in the menu of their profile picture, at the top right of
            Jira. There they see what is kept and until when, who looked at it, and can export or delete it.
          </p>
        </Step>
        <Step number={4} title="See what you can do for people">
          <p>
            On the administration page you find everybody who has data, the audit log, the record of
            processing and the privacy notice. Looking into somebody’s data takes a reason, which that person
            can read.
          </p>
          <ToAdministration />
        </Step>
        <Step number={5} title="Check this site">
          <p>
            Some of how Jira and Forge behave is documented nowhere. Here the app measures it on this site, in
            rows of its own that are about nobody, and says where the site differs from what it assumes.
          </p>
          <Suspense fallback={<Loading what="the check" />}>
            <SiteCheck />
          </Suspense>
        </Step>
      </ol>
    </div>
  );
}

function Step({ number, title, children }: { number: number; title: string; children: ReactNode }) {
  return (
    <li className="card guide-step">
      <span className="guide-number" aria-hidden="true">
        {number}
      </span>
      <div className="stack-tight">
        <h2 className="title-small">{title}</h2>
        {children}
      </div>
    </li>
  );
}

const loadDashboard = () => call('getDashboard', {});

function CompleteNotice() {
  const { value } = useLoaded(loadDashboard);
  return (
    <Step number={2} title="Say who is responsible, and on which legal basis">
      <p>
        Data protection law wants people to know this before they log time. On the tab{' '}
        <strong>Settings</strong> of the administration page, choose the work item with your organisation’s
        own privacy page, and a legal basis for each purpose.
      </p>
      {value && <NoticeLacks lacks={value.noticeLacks} />}
    </Step>
  );
}

function ToAdministration() {
  const [notOpened, setNotOpened] = useState<Failure>();
  const open = async () => {
    setNotOpened(undefined);
    try {
      await router.navigate({ target: 'module', moduleKey: 'privacy-admin' });
    } catch {
      setNotOpened(
        failure('We could not open the page. It is in Jira’s settings, under Apps, as Privacy Center.'),
      );
    }
  };
  return (
    <>
      <div>
        <Button appearance="primary" onClick={() => void open()}>
          Open the administration page
        </Button>
      </div>
      {notOpened && <FailureMessage failure={notOpened} />}
    </>
  );
}
