import Button from '@atlaskit/button/new';
import { useState } from 'react';
import { call } from '../../shared/call';
import { dayOf } from '../../shared/dates';
import { FailureMessage } from '../../shared/failure-message';
import { saveFile } from '../../shared/save-file';
import { useAction } from '../../shared/use-action';
import { useViewer } from '../../shared/viewer';
import { collectAuditLog, toAuditCsv } from './audit-csv';

const fetchPage = (after: string | undefined) =>
  call('getAuditLog', { limit: 100, ...(after === undefined ? {} : { after }) });

/** Saves the whole audit log, not only the page that is shown. */
export function AuditExport() {
  const { locale, timeZone } = useViewer();
  const { busy, failure, run } = useAction();
  const [said, setSaid] = useState('');
  const save = async () => {
    const tell = (count: number) => setSaid(`${count.toLocaleString(locale)} rows read…`);
    const rows = await run(() => collectAuditLog(fetchPage, tell));
    setSaid(rows ? `${rows.length.toLocaleString(locale)} rows saved.` : '');
    if (rows) saveFile(`audit-log-${dayOf(new Date(), timeZone)}.csv`, 'text/csv', toAuditCsv(rows));
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
      {failure && <FailureMessage failure={failure} />}
    </>
  );
}
