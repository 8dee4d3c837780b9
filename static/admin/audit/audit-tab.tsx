import { useCallback, useMemo } from 'react';
import type { AuditPage } from '../../../src/contract';
import { call } from '../../shared/call';
import { Message } from '../../shared/message';
import { LoadState } from '../load-state';
import { PageButtons } from '../../shared/page-buttons';
import { useQueryOf } from '../../shared/use-place';
import { useViewer } from '../../shared/viewer';
import { t } from '../../shared/words/words';
import { usePages } from '../use-pages';
import { TabSection } from '../tab-section';
import { AffectedAccounts } from './affected-accounts';
import { AuditExport } from './audit-export';
import { chosenIn, filterOf } from './audit-filter';
import { AuditFilterBar } from './audit-filter-bar';
import { AuditTable } from './audit-table';
import './audit.css';

/** What happened to people's data, newest first. */
export default function AuditTab() {
  const { timeZone } = useViewer();
  const { search, narrow } = useQueryOf('audit');
  const chosen = useMemo(() => chosenIn(new URLSearchParams(search)), [search]);
  const load = useCallback(
    (place: { after?: string }) =>
      call('getAuditLog', { limit: 50, ...filterOf(chosen, timeZone), ...place }),
    [chosen, timeZone],
  );
  const pages = usePages(load);
  const { value, busy, page, toPrevious, toNext } = pages;
  const isFiltered = Object.keys(chosen).length > 0;
  const isEmpty = value?.rows.length === 0 && page === 1 && !isFiltered;
  return (
    <TabSection
      id="audit-title"
      title={t('admin.tab-audit')}
      actions={value && !isEmpty && <AuditExport key={search} chosen={chosen} />}
      intro={t('audit.about')}
    >
      {!isEmpty && <AuditFilterBar chosen={chosen} onChosen={narrow} />}
      <LoadState loaded={pages} words={t('audit.loading')} />
      {isEmpty && <NothingYet />}
      <Lines page={value} />
      {isFiltered && <NoneFits page={value} />}
      <PageButtons
        label={t('audit.pages')}
        previous={t('audit.newer')}
        next={t('audit.older')}
        busy={busy}
        onPrevious={toPrevious}
        onNext={toNext}
      >
        {t('common.page', { page })}
      </PageButtons>
      <AffectedAccounts onListed={pages.reload} />
    </TabSection>
  );
}

function NothingYet() {
  return (
    <Message tone="info" title={t('audit.nothing-yet-title')}>
      {t('audit.nothing-yet')}
    </Message>
  );
}

function NoneFits({ page }: { page: AuditPage | undefined }) {
  if (!page || page.rows.length > 0) return null;
  return <p role="status">{t(page.next === undefined ? 'audit.none-fits' : 'audit.none-fits-yet')}</p>;
}

const Lines = ({ page }: { page: AuditPage | undefined }) =>
  page && page.rows.length > 0 ? <AuditTable rows={page.rows} /> : null;
