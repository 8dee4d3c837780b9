import { useState } from 'react';
import { reasonWords } from '../../shared/access-words';
import { call, isFailure, type Failure } from '../../shared/call';
import { ConfirmDialog } from '../../shared/confirm-dialog';
import { todayIn } from '../../shared/file-names';
import { findAll } from '../../shared/look-up';
import { lookUpPeople } from '../../shared/people';
import { useAction } from '../../shared/use-action';
import { useViewer } from '../../shared/viewer';
import { wordOf } from '../../shared/word-of';
import { t } from '../../shared/words/words';
import { collectPages } from '../collect-pages';
import { loadTitles } from '../use-titles';
import { toAffectedCsv } from './affected-csv';

interface AffectedFile {
  name: string;
  content: string;
  accounts: number;
}

interface AffectedDialogProps {
  onDone: (file: AffectedFile) => void;
  onCancel: () => void;
}

const REASON = 'security';
const NAMES_A_CALL = 90;
const fetchPage = (after: string | undefined) =>
  call('listAffected', { reason: REASON, limit: 100, ...(after === undefined ? {} : { after }) });

async function makeFile(
  locale: string,
  timeZone: string,
  onProgress: (accounts: number) => void,
): Promise<AffectedFile | Failure> {
  const titles = await loadTitles();
  if (isFailure(titles)) return titles;
  const accounts = await collectPages(
    fetchPage,
    (page) => page.accounts,
    ({ accountId }) => accountId,
    onProgress,
  );
  if (isFailure(accounts)) return accounts;
  const names = await findAll(
    lookUpPeople,
    accounts.map(({ accountId }) => accountId),
    NAMES_A_CALL,
  );
  const name = `affected-accounts-${todayIn(timeZone)}.csv`;
  return { name, content: toAffectedCsv(accounts, names, titles, locale), accounts: accounts.length };
}

/** Says what the list is for and what is recorded, then reads all of it. */
export default function AffectedDialog({ onDone, onCancel }: AffectedDialogProps) {
  const { locale, timeZone } = useViewer();
  const { busy, failure, run } = useAction();
  const [read, setRead] = useState<number>();
  const list = async () => {
    const file = await run(() => makeFile(locale, timeZone, setRead));
    if (file) onDone(file);
  };
  return (
    <ConfirmDialog
      title={t('audit.affected-question')}
      verb={t('audit.affected-verb')}
      appearance="primary"
      width="medium"
      busy={busy}
      failure={failure}
      onConfirm={() => void list()}
      onCancel={onCancel}
    >
      <p>{t('audit.affected-file')}</p>
      <p>{t('audit.affected-recorded', { reason: wordOf(reasonWords, REASON) })}</p>
      {read !== undefined && <p role="status">{t('audit.affected-read', { count: read })}</p>}
    </ConfirmDialog>
  );
}
