import type { ReactNode } from 'react';
import type { ErasurePreview } from '../../../src/contract';
import { countOf, recordsWords } from '../count-words';
import { useViewer } from '../viewer';
import './erasure.css';

interface PreviewTextProps {
  preview: ErasurePreview;
  /** Offered between what goes and what stays. */
  children?: ReactNode;
}

/** What an erasure deletes, in a line, and what stays, in a sentence; each in full for who opens it. */
export function PreviewText({ preview: { dataSets, kept, outside }, children }: PreviewTextProps) {
  return (
    <>
      <Going dataSets={dataSets} />
      {children}
      {kept.length > 0 && (
        <p>
          Some records stay in the app for a time. Once the deletion is done, they do not contain your account
          ID.
        </p>
      )}
      {kept.length + outside.length > 0 && <Staying kept={kept} outside={outside} />}
    </>
  );
}

function Going({ dataSets }: Pick<ErasurePreview, 'dataSets'>) {
  const { locale } = useViewer();
  return (
    <div className="stack-tight">
      <p>
        <strong>{goingWords(dataSets, locale)}</strong> It cannot be undone, and it cannot be stopped once it
        has begun.
      </p>
      <details>
        <summary>What is deleted, by kind of record</summary>
        <dl className="preview-counts">
          {dataSets.map((dataSet) => (
            <div key={dataSet.name} className="row-apart">
              <dt>{dataSet.title}</dt>
              <dd className="number">{recordsWords(dataSet, locale)}</dd>
            </div>
          ))}
        </dl>
      </details>
    </div>
  );
}

/** `534 time entries and 9 other records will be deleted.` */
function goingWords(dataSets: ErasurePreview['dataSets'], locale: string): string {
  const entries = dataSets.find(({ name }) => name === 'time-entry')?.records ?? 0;
  const others = dataSets.reduce((sum, { records }) => sum + records, -entries);
  if (entries === 0) return `${countOf(others, 'record', 'records', locale)} will be deleted.`;
  const time = countOf(entries, 'time entry', 'time entries', locale);
  return `${time} and ${countOf(others, 'other record', 'other records', locale)} will be deleted.`;
}

function Staying({ kept, outside }: Pick<ErasurePreview, 'kept' | 'outside'>) {
  return (
    <details>
      <summary>What stays and why, and what lies with Atlassian</summary>
      <ul className="points preview-staying">
        {kept.map((part) => (
          <li key={part.title}>
            <strong>{part.title}</strong>: {part.why}
          </li>
        ))}
        {outside.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </details>
  );
}
