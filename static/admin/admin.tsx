import { lazy, Suspense } from 'react';
import { Loading } from '../shared/loading';
import { useViewer } from '../shared/viewer';
import { t } from '../shared/words/words';

const AdministrationPage = lazy(() => import('./administration-page'));
const GetStartedPage = lazy(() => import('./get-started/get-started-page'));

/** One bundle for both administration modules of manifest.yml: which one is shown says its key. */
export function Admin() {
  const { moduleKey } = useViewer();
  return (
    <main className="admin-page">
      <Suspense fallback={<Loading words={t('admin.loading')} />}>
        {moduleKey === 'privacy-get-started' ? <GetStartedPage /> : <AdministrationPage />}
      </Suspense>
    </main>
  );
}
