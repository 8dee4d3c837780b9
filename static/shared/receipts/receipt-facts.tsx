import { useMemo } from 'react';
import type { Receipt } from '../../../src/contract';
import { call } from '../call';
import { formatDay, formatInstant } from '../dates';
import '../facts.css';
import { titledRecords } from '../titled-records';
import { useLoaded } from '../use-loaded';
import { useViewer } from '../viewer';
import { wordOf } from '../word-of';
import { t } from '../words/words';
import { askerWords } from './asker-words';

const loadNotice = () => call('getNotice', {});

/** What a receipt says. */
export function ReceiptFacts({ receipt }: { receipt: Receipt }) {
  const viewer = useViewer();
  const { value: notice } = useLoaded(loadNotice);
  const titles = useMemo(() => new Map(notice?.dataSets.map(({ name, title }) => [name, title])), [notice]);
  const erased = titledRecords(receipt.erased, titles).filter(({ count }) => count > 0);
  const missed = titledRecords(receipt.missed ?? {}, titles);
  return (
    <dl className="facts">
      <dt>{t('receipts.number')}</dt>
      <dd>{receipt.number}</dd>
      <dt>{t('receipts.asked-by')}</dt>
      <dd>{wordOf(askerWords, receipt.askedBy)}</dd>
      <dt>{t('receipts.asked-on')}</dt>
      <dd>
        {receipt.decidedAt === undefined
          ? formatInstant(receipt.askedAt, viewer)
          : formatDay(receipt.askedAt.slice(0, 10), viewer)}
      </dd>
      {receipt.decidedAt !== undefined && (
        <>
          <dt>{t('receipts.approved-on')}</dt>
          <dd>{formatInstant(receipt.decidedAt, viewer)}</dd>
        </>
      )}
      <dt>{t('receipts.done-on')}</dt>
      <dd>{formatInstant(receipt.doneAt, viewer)}</dd>
      <dt>{t('receipts.deleted')}</dt>
      <dd>
        {erased.length === 0 && t('receipts.nothing-counted')}
        <Counts counts={erased} />
      </dd>
      {missed.length > 0 && (
        <>
          <dt>{t('receipts.missed')}</dt>
          <dd>
            <Counts counts={missed} />
          </dd>
        </>
      )}
      <dt>{t('receipts.records-version')}</dt>
      <dd>
        <code>{receipt.mapVersion}</code>
      </dd>
    </dl>
  );
}

function Counts({ counts }: { counts: ReturnType<typeof titledRecords> }) {
  return counts.map(({ name, title, count }) => (
    <div key={name}>{t('erasure.records-of', { title, count })}</div>
  ));
}
