import Button from '@atlaskit/button/new';
import { useState } from 'react';
import { call } from '../../shared/call';
import { todayIn } from '../../shared/file-names';
import { FailureMessage } from '../../shared/failure-message';
import { useAction } from '../../shared/use-action';
import { useTextFile } from '../../shared/use-text-file';
import { useViewer } from '../../shared/viewer';
import { t } from '../../shared/words/words';
import { collectAuditLog, toAuditCsv } from './audit-csv';
import { fileNameOf, filterOf, type ChosenLines } from './audit-filter';

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
    const rows = await run(() => collectAuditLog(fetchPage, tell));
    setSaid(rows ? t('audit.lines-ready', { count: rows.length }) : '');
    if (!rows) return;
    const name = fileNameOf(chosen, todayIn(timeZone));
    saveText({ name, type: 'text/csv', content: toAuditCsv(rows, locale) });
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
