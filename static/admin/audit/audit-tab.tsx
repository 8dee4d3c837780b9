import { call } from '../../shared/call';
import { Message } from '../../shared/message';
import { LoadState } from '../load-state';
import { PageButtons } from '../../shared/page-buttons';
import { usePages } from '../use-pages';
import { TabSection } from '../tab-section';
import { AffectedAccounts } from './affected-accounts';
import { AuditExport } from './audit-export';
import { AuditTable } from './audit-table';
import './audit.css';

const load = (place: { after?: string }) => call('getAuditLog', { limit: 50, ...place });

/** What happened to people's data, newest first. */
export default function AuditTab() {
  const pages = usePages(load);
  const { value, busy, page, toPrevious, toNext } = pages;
  const isEmpty = value?.rows.length === 0 && page === 1;
  return (
    <TabSection
      id="audit-title"
      title="Audit log"
      actions={value && !isEmpty && <AuditExport />}
      intro="What was done with people’s data, newest first. A person stands here as a random token. When the person is erased, no record of the app links the token to them any more."
    >
      <LoadState loaded={pages} what="the audit log" />
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
      <AffectedAccounts onListed={pages.reload} />
    </TabSection>
  );
}

function NothingYet() {
  return (
    <Message tone="info" title="Nothing has been recorded yet">
      Looking into, exporting, deleting and restricting people’s data is recorded here.
    </Message>
  );
}
