import { Message } from '../../../shared/message';
import { t } from '../../../shared/words/words';
import type { CheckedRow } from './site-check-rows';

/** What the table comes to. */
export function SiteCheckSummary({ rows, done }: { rows: readonly CheckedRow[]; done: boolean }) {
  const count = (verdict: CheckedRow['verdict']) => rows.filter((row) => row.verdict === verdict).length;
  const [alarms, copes, unknown] = [count('alarm'), count('copes'), count('not-told')];
  if (alarms > 0)
    return (
      <Message tone="warning" title={t('admin.alarms-title', { count: alarms })}>
        {t('get-started.relied-on-about')}
      </Message>
    );
  if (!done)
    return (
      <Message tone="info" title={t('get-started.not-ended-title')}>
        {t('get-started.not-ended')}
      </Message>
    );
  const rest = unknown > 0 && <p>{t('get-started.not-measured', { count: unknown })}</p>;
  if (copes > 0)
    return (
      <Message tone="info" title={t('get-started.copes-title', { count: copes })}>
        <p>{t('get-started.copes')}</p>
        {rest}
      </Message>
    );
  return (
    <Message tone="success" title={t('get-started.holds-title')}>
      <p>{t('get-started.holds')}</p>
      {rest}
    </Message>
  );
}
