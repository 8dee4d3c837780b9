import Button from '@atlaskit/button/new';
import { useEffect, useRef } from 'react';
import { call } from '../../shared/call';
import { ColumnHeads } from '../../shared/column-heads';
import { Message } from '../../shared/message';
import { LoadState } from '../load-state';
import { PageButtons } from '../../shared/page-buttons';
import { usePages } from '../use-pages';
import { TabSection } from '../tab-section';
import { ErasureRow } from './erasure-row';
import { t } from '../../shared/words/words';

const heads = () => [
  t('receipts.asked-on'),
  t('receipts.asked-by'),
  t('erasures.state'),
  t('common.records'),
  t('receipts.done-on'),
  t('common.actions'),
];
const load = (place: { after?: string }) => call('listErasures', { limit: 25, ...place });

/** Every erasure that has a record, those that have not ended first; read again when more or fewer of them run. */
export function ErasuresList({ running }: { running: number }) {
  const pages = usePages(load);
  const { value, busy, reload, page, toPrevious, toNext } = pages;
  const shownWith = useRef(running);
  useEffect(() => {
    if (shownWith.current === running) return;
    shownWith.current = running;
    reload();
  }, [running, reload]);
  const erasures = value?.erasures ?? [];
  return (
    <TabSection
      id="erasures-title"
      title={t('admin.tab-erasures')}
      actions={
        <Button spacing="compact" isLoading={busy && value !== undefined} onClick={reload}>
          {t('erasure.look-again')}
        </Button>
      }
      intro={t('erasures.about')}
    >
      <LoadState loaded={pages} words={t('erasures.loading')} />
      {value && erasures.length === 0 && page === 1 && (
        <Message tone="info" title={t('erasures.none-title')}>
          {t('erasures.none')}
        </Message>
      )}
      {erasures.length > 0 && (
        <table className="table stacking">
          <caption className="only-read-aloud">{t('admin.tab-erasures')}</caption>
          <ColumnHeads heads={heads()} />
          <tbody>
            {erasures.map((job) => (
              <ErasureRow key={`${job.id} ${job.state} ${String(job.deleted)}`} listed={job} />
            ))}
          </tbody>
        </table>
      )}
      <PageButtons
        label={t('erasures.pages')}
        previous={t('common.previous')}
        next={t('common.next')}
        busy={busy}
        onPrevious={toPrevious}
        onNext={toNext}
      >
        {t('common.page', { page })}
      </PageButtons>
    </TabSection>
  );
}
