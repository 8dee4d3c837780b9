import type { NoticeChange, Overview } from '../../src/contract';
import { formatInstantDay } from '../shared/dates';
import { changedWords } from './changed-words';
import { useViewer } from '../shared/viewer';
import { t } from '../shared/words/words';

/** What is another in the notice since the person read it, or that nobody can say. */
export function NoticeChanges({ notice }: Pick<Overview, 'notice'>) {
  const viewer = useViewer();
  const { version, acknowledgedVersion, acknowledgedAt, changes } = notice;
  if (acknowledgedAt === undefined || acknowledgedVersion === version) return null;
  return (
    <section className="notice-changes stack-tight" aria-labelledby="notice-changes-title">
      <h2 className="title-small" id="notice-changes-title">
        {t('my-data.what-changed')}
      </h2>
      <p>{changedWords(changes?.length, formatInstantDay(acknowledgedAt, viewer))}</p>
      {changes === undefined && <p>{t('my-data.changes-unknown')}</p>}
      {changes?.length === 0 && <p>{t('my-data.only-order')}</p>}
      {changes !== undefined && changes.length > 0 && <Titles changes={changes} />}
    </section>
  );
}

function Titles({ changes }: { changes: readonly NoticeChange[] }) {
  const sections = changes.filter(({ kind }) => kind !== 'data-set');
  const records = changes.filter(({ kind }) => kind === 'data-set');
  return (
    <>
      {sections.length > 0 && <TitleList changes={sections} />}
      {records.length > 0 && (
        <>
          <p>{t('my-data.in-table')}</p>
          <TitleList changes={records} />
        </>
      )}
    </>
  );
}

const TitleList = ({ changes }: { changes: readonly NoticeChange[] }) => (
  <ul className="points">
    {changes.map(({ kind, id, title, change }) => (
      <li key={`${kind} ${id}`}>{t('my-data.part-change', { title, change })}</li>
    ))}
  </ul>
);
