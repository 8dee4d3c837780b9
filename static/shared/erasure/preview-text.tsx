import type { ReactNode } from 'react';
import type { ErasurePreview } from '../../../src/contract';
import { dataWords, recordsWords, sentencesWords } from '../map-words';
import { useViewer } from '../viewer';
import { rich, t } from '../words/words';
import './erasure.css';

interface PreviewTextProps {
  preview: ErasurePreview;
  /** What somebody else is called whose erasure it is. */
  of?: string;
  /** Offered between what goes and what stays. */
  children?: ReactNode;
}

/** What an erasure deletes, in a line, and what stays, in a sentence; each in full for who opens it. */
export function PreviewText({ preview: { dataSets, kept, outside }, of, children }: PreviewTextProps) {
  return (
    <>
      <Going dataSets={dataSets} />
      {children}
      {kept.length > 0 && (
        <p>{of === undefined ? t('erasure.some-stay') : t('erasure.some-stay-of', { name: of })}</p>
      )}
      {kept.length + outside.length > 0 && <Staying kept={kept} outside={outside} of={of} />}
    </>
  );
}

function Going({ dataSets }: Pick<ErasurePreview, 'dataSets'>) {
  const { locale } = useViewer();
  return (
    <div className="stack-tight">
      <p>
        <strong>{goingWords(dataSets)}</strong> {t('erasure.irreversible')}
      </p>
      <details>
        <summary>{t('erasure.by-kind')}</summary>
        <dl className="preview-counts">
          {dataSets.map((dataSet) => (
            <div key={dataSet.name} className="row-apart">
              <dt>{dataWords(dataSet.title, dataSet.name)}</dt>
              <dd className="number">{recordsWords(dataSet, locale)}</dd>
            </div>
          ))}
        </dl>
      </details>
    </div>
  );
}

/** `534 time entries and 9 other records will be deleted.` */
function goingWords(dataSets: ErasurePreview['dataSets']): string {
  const entries = dataSets.find(({ name }) => name === 'time-entry')?.records ?? 0;
  const others = dataSets.reduce((sum, { records }) => sum + records, -entries);
  return entries === 0
    ? t('erasure.going', { count: others })
    : t('erasure.going-entries', { entries, others });
}

function Staying({
  kept,
  outside,
  of,
}: Pick<ErasurePreview, 'kept' | 'outside'> & { of: string | undefined }) {
  return (
    <details>
      <summary>{t('erasure.staying')}</summary>
      {of !== undefined && <p className="quiet">{t('erasure.same-words', { name: of })}</p>}
      <ul className="points preview-staying">
        {kept.map((part) => (
          <li key={part.name}>
            {rich('erasure.stays', {
              title: dataWords(part.title, part.name),
              why: sentencesWords(part.why),
              strong: (inner) => <strong>{inner}</strong>,
            })}
          </li>
        ))}
        {outside.map((line) => (
          <li key={line}>{dataWords(line, t('common.unknown'))}</li>
        ))}
      </ul>
    </details>
  );
}
