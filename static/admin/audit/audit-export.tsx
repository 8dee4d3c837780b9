import Button from '@atlaskit/button/new';
import { useState } from 'react';
import { call } from '../../shared/call';
import { countOf } from '../../shared/count-words';
import { todayIn } from '../../shared/file-names';
import { FailureMessage } from '../../shared/failure-message';
import { useAction } from '../../shared/use-action';
import { useTextFile } from '../../shared/use-text-file';
import { useViewer } from '../../shared/viewer';
import { collectAuditLog, toAuditCsv } from './audit-csv';

const fetchPage = (after: string | undefined) =>
  call('getAuditLog', { limit: 100, ...(after === undefined ? {} : { after }) });

/** Saves the whole audit log, not only the page that is shown. */
export function AuditExport() {
  const { locale, timeZone } = useViewer();
  const { busy, failure, run } = useAction();
  const [said, setSaid] = useState('');
  const { save: saveText, noFile } = useTextFile();
  const save = async () => {
    const tell = (count: number) => setSaid(`${count.toLocaleString(locale)} rows read…`);
    const rows = await run(() => collectAuditLog(fetchPage, tell));
    setSaid(rows ? `A file of ${countOf(rows.length, 'row', 'rows', locale)} is ready.` : '');
    if (!rows) return;
    const name = `audit-log-${todayIn(timeZone)}.csv`;
    saveText({ name, type: 'text/csv', content: toAuditCsv(rows, locale) });
  };
  return (
    <>
      <div className="row">
        <span className="quiet small" role="status">
          {said}
        </span>
        <Button isLoading={busy} onClick={() => void save()}>
          Save as CSV
        </Button>
      </div>
      {noFile}
      {failure && <FailureMessage failure={failure} />}
    </>
  );
}
