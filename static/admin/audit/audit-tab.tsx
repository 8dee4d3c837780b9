import { call } from '../../shared/call';
import { FailureMessage } from '../../shared/failure-message';
import { Message } from '../../shared/message';
import { Loading } from '../loading';
import { PageButtons } from '../page-buttons';
import { usePages } from '../use-pages';
import { AuditExport } from './audit-export';
import { AuditTable } from './audit-table';
import './audit.css';

const load = (place: { after?: string }) => call('getAuditLog', { limit: 50, ...place });

/** What happened to people's data, newest first. */
export default function AuditTab() {
  const { value, failure, busy, reload, page, toPrevious, toNext } = usePages(load);
  const isEmpty = value?.rows.length === 0 && page === 1;
  return (
    <section className="stack" aria-labelledby="audit-title">
      <div className="row-apart">
        <h2 className="title-small" id="audit-title">
          Audit log
        </h2>
        {value && !isEmpty && <AuditExport />}
      </div>
      <p className="quiet readable">
        What was done with people’s data, newest first. A person stands here as a random token. When the
        person is erased, no record of the app links the token to them any more.
      </p>
      {failure && <FailureMessage failure={failure} onRetry={reload} />}
      {!value && !failure && <Loading what="the audit log" />}
      {isEmpty && <NothingYet />}
      {value && !isEmpty && <AuditTable rows={value.rows} />}
      <PageButtons
        label="Pages of the audit log"
        previous="Newer"
        next="Older"
        busy={busy}
        onPrevious={toPrevious}
        onNext={toNext}
      >
        Page {page}
      </PageButtons>
    </section>
  );
}

function NothingYet() {
  return (
    <Message tone="info" title="Nothing has been recorded yet">
      Looking into, exporting, deleting and restricting people’s data is recorded here.
    </Message>
  );
}
