import { call, type Failure } from '../shared/call';
import { useLoaded } from '../shared/use-loaded';
import { AdministrationBody } from './administration-body';
import { LoadState } from './load-state';
import { t, rich } from '../shared/words/words';

const loadDashboard = () => call('getDashboard', {});

/** The administration page; the figures come first because they say whether the person may be here at all. */
export default function AdministrationPage() {
  const loaded = useLoaded(loadDashboard);
  const { value, failure, reload } = loaded;
  if (failure?.error.code === 'NOT_ALLOWED') return <Refused failure={failure} />;
  return (
    <>
      <p className="quiet">{t('admin.about')}</p>
      <LoadState loaded={loaded} words={t('admin.loading-figures')} />
      {value && <AdministrationBody dashboard={value} reloadDashboard={reload} />}
    </>
  );
}

/** The whole page for somebody who is no administrator: what the app answered, and where their own data is. */
function Refused({ failure }: { failure: Failure }) {
  return (
    <section className="refused stack" aria-labelledby="refused-title">
      <svg className="refused-picture" viewBox="0 0 64 64" aria-hidden="true">
        <path d="M18 28v-8a14 14 0 0 1 28 0v8" fill="none" stroke="currentColor" strokeWidth="5" />
        <rect x="12" y="28" width="40" height="28" rx="5" fill="currentColor" />
      </svg>
      <h2 className="title-medium" id="refused-title">
        {t('admin.refused-title')}
      </h2>
      <p>{failure.error.message}</p>
      <p className="quiet">{rich('admin.refused-about', { strong: (inner) => <strong>{inner}</strong> })}</p>
    </section>
  );
}
