import Button from '@atlaskit/button/new';
import { useState } from 'react';
import { call, isFailure } from '../../shared/call';
import { todayIn } from '../../shared/file-names';
import { FailureMessage } from '../../shared/failure-message';
import { useAction } from '../../shared/use-action';
import { useTextFile } from '../../shared/use-text-file';
import { useViewer } from '../../shared/viewer';
import { t } from '../../shared/words/words';
import { loadTitles } from '../use-titles';
import { collectAuditLog, toAuditCsv } from './audit-csv';
import { fileNameOf, filterOf, type ChosenLines } from './audit-filter';

/** The lines, and the titles that the file names records by. */
async function readLog(...reading: Parameters<typeof collectAuditLog>) {
  const titles = await loadTitles();
  if (isFailure(titles)) return titles;
  const rows = await collectAuditLog(...reading);
  return isFailure(rows) ? rows : { rows, titles };
}

/** Saves every line that fits the filter, not only the page that is shown. */
export function AuditExport({ chosen }: { chosen: ChosenLines }) {
  const { locale, timeZone } = useViewer();
  const { busy, failure, run } = useAction();
  const [said, setSaid] = useState('');
  const { save: saveText, noFile } = useTextFile();
  const save = async () => {
    const tell = (count: number) => setSaid(t('audit.lines-read', { count }));
    const filter = filterOf(chosen, timeZone);
    const fetchPage = (after: string | undefined) =>
      call('getAuditLog', { limit: 100, ...filter, ...(after === undefined ? {} : { after }) });
    const log = await run(() => readLog(fetchPage, tell));
    setSaid(log ? t('audit.lines-ready', { count: log.rows.length }) : '');
    if (!log) return;
    const name = fileNameOf(chosen, todayIn(timeZone));
    saveText({ name, type: 'text/csv', content: toAuditCsv(log.rows, log.titles, locale) });
  };
  return (
    <>
      <div className="row">
        <span className="quiet small" role="status">
          {said}
        </span>
        <Button isLoading={busy} onClick={() => void save()}>
          {t(Object.keys(chosen).length > 0 ? 'audit.save-these' : 'common.save-as-csv')}
        </Button>
      </div>
      {noFile}
      {failure && <FailureMessage failure={failure} />}
    </>
  );
}
