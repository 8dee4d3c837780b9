import Button from '@atlaskit/button/new';
import { lazy, Suspense, useState } from 'react';
import { useTextFile } from '../../shared/use-text-file';
import { useViewer } from '../../shared/viewer';
import { countOf } from '../../shared/count-words';

const AffectedDialog = lazy(() => import('./affected-dialog'));

/** For whoever has to tell people of an incident: everybody about whom records are kept. */
export function AffectedAccounts({ onListed }: { onListed: () => void }) {
  const { locale } = useViewer();
  const [asking, setAsking] = useState(false);
  const [said, setSaid] = useState('');
  const { save, noFile } = useTextFile();
  return (
    <section className="stack-tight" aria-labelledby="affected-title">
      <h3 className="title-xsmall" id="affected-title">
        If data may have got out
      </h3>
      <p className="quiet readable">
        You may have to tell an authority, under the GDPR within 72 hours, and the people concerned. The list
        names everybody about whom this app keeps records, with how many of which kind.
      </p>
      <div className="row">
        <Button onClick={() => setAsking(true)}>List affected accounts</Button>
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
              setSaid(`A file of ${countOf(accounts, 'account', 'accounts', locale)} is ready.`);
            }}
            onCancel={() => setAsking(false)}
          />
        </Suspense>
      )}
    </section>
  );
}
