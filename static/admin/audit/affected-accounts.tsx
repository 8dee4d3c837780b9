import Button from '@atlaskit/button/new';
import { lazy, Suspense, useState } from 'react';
import { useTextFile } from '../../shared/use-text-file';
import { t } from '../../shared/words/words';

const AffectedDialog = lazy(() => import('./affected-dialog'));

/** For whoever has to tell people of an incident: everybody about whom records are kept. */
export function AffectedAccounts({ onListed }: { onListed: () => void }) {
  const [asking, setAsking] = useState(false);
  const [said, setSaid] = useState('');
  const { save, noFile } = useTextFile();
  return (
    <section className="stack-tight" aria-labelledby="affected-title">
      <h3 className="title-xsmall" id="affected-title">
        {t('audit.affected-title')}
      </h3>
      <p className="quiet readable">{t('audit.affected-about')}</p>
      <div className="row">
        <Button onClick={() => setAsking(true)}>{t('audit.affected-list')}</Button>
        <span role="status" className="small">
          {said}
        </span>
      </div>
      {noFile}
      {asking && (
        <Suspense>
          <AffectedDialog
            onDone={({ name, content, accounts }) => {
              setAsking(false);
              save({ name, type: 'text/csv', content });
              onListed();
              setSaid(t('audit.affected-ready', { count: accounts }));
            }}
            onCancel={() => setAsking(false)}
          />
        </Suspense>
      )}
    </section>
  );
}
