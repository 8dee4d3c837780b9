import Button from '@atlaskit/button/new';
import { router } from '@forge/bridge';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { call, failure, type Failure } from '../../shared/call';
import { FailureMessage } from '../../shared/failure-message';
import { useLoaded } from '../../shared/use-loaded';
import { Loading } from '../../shared/loading';
import { rich, t } from '../../shared/words/words';
import { NoticeLacks } from '../notice-lacks';
import './get-started.css';

const SiteCheck = lazy(() => import('./site-check/site-check'));

/** For the administrator who has just installed the app: what it does, and where people find it. */
export default function GetStartedPage() {
  return (
    <div className="stack get-started">
      <p>{t('get-started.intro')}</p>
      <ol className="guide">
        <Step number={1} title={t('get-started.log-time-title')}>
          <p>{rich('get-started.log-time', { strong })}</p>
          <p>{t('get-started.in-middle')}</p>
          <ol className="points">
            <li>{t('get-started.in-middle-open')}</li>
            <li>{rich('get-started.in-middle-click', { strong })}</li>
            <li>{rich('get-started.in-middle-show', { strong })}</li>
          </ol>
        </Step>
        <CompleteNotice />
        <Step number={3} title={t('get-started.my-data-title')}>
          <p>{rich('get-started.my-data', { strong })}</p>
        </Step>
        <Step number={4} title={t('get-started.for-people-title')}>
          <p>{t('get-started.for-people')}</p>
          <ToAdministration appearance="primary">{t('get-started.open-administration')}</ToAdministration>
        </Step>
        <Step number={5} title={t('get-started.begin')}>
          <p>{t('get-started.site-about')}</p>
          <Suspense fallback={<Loading words={t('get-started.loading-check')} />}>
            <SiteCheck />
          </Suspense>
        </Step>
      </ol>
    </div>
  );
}

const strong = (inner: ReactNode) => <strong>{inner}</strong>;

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
    <Step number={2} title={t('get-started.notice-title')}>
      <p>{rich('get-started.notice', { strong })}</p>
      {value && <NoticeLacks lacks={value.noticeLacks} />}
      <ToAdministration path="/settings">{t('get-started.open-settings')}</ToAdministration>
    </Step>
  );
}

interface ToAdministrationProps {
  /** The path of a tab. */
  path?: string;
  appearance?: 'primary' | 'default';
  children: string;
}

function ToAdministration({ path, appearance = 'default', children }: ToAdministrationProps) {
  const [notOpened, setNotOpened] = useState<Failure>();
  const open = async () => {
    setNotOpened(undefined);
    try {
      await router.navigate({
        target: 'module',
        moduleKey: 'privacy-admin',
        ...(path !== undefined && { path }),
      });
    } catch {
      setNotOpened(failure(t('get-started.not-opened')));
    }
  };
  return (
    <>
      <div>
        <Button appearance={appearance} onClick={() => void open()}>
          {children}
        </Button>
      </div>
      {notOpened && <FailureMessage failure={notOpened} />}
    </>
  );
}
