import { useMemo } from 'react';
import type { Receipt } from '../../../src/contract';
import { call } from '../call';
import { formatDay, formatInstant } from '../dates';
import '../facts.css';
import { titledRecords } from '../titled-records';
import { useLoaded } from '../use-loaded';
import { useViewer } from '../viewer';
import { wordOf } from '../word-of';
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
      <dt>Number</dt>
      <dd>{receipt.number}</dd>
      <dt>Asked for by</dt>
      <dd>{wordOf(askerWords, receipt.askedBy)}</dd>
      <dt>Asked for on</dt>
      <dd>
        {receipt.decidedAt === undefined
          ? formatInstant(receipt.askedAt, viewer)
          : formatDay(receipt.askedAt.slice(0, 10), viewer)}
      </dd>
      {receipt.decidedAt !== undefined && (
        <>
          <dt>Approved on</dt>
          <dd>{formatInstant(receipt.decidedAt, viewer)}</dd>
        </>
      )}
      <dt>Done on</dt>
      <dd>{formatInstant(receipt.doneAt, viewer)}</dd>
      <dt>Erased</dt>
      <dd>
        {erased.length === 0 && 'Nothing was counted'}
        <Counts counts={erased} />
      </dd>
      {missed.length > 0 && (
        <>
          <dt>Counted before, and never found</dt>
          <dd>
            <Counts counts={missed} />
          </dd>
        </>
      )}
      <dt>Data map</dt>
      <dd>
        <code>{receipt.mapVersion}</code>
      </dd>
    </dl>
  );
}

function Counts({ counts }: { counts: ReturnType<typeof titledRecords> }) {
  const { locale } = useViewer();
  return counts.map(({ name, title, count }) => (
    <div key={name}>
      {title}: {count.toLocaleString(locale)}
    </div>
  ));
}
