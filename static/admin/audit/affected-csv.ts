import type { AccountId, AffectedAccount } from '../../../src/contract';
import { toCsv } from '../../shared/export/csv';
import type { Found } from '../../shared/look-up';
import type { Person } from '../../shared/people';
import { titledRecords } from '../../shared/titled-records';
import { t } from '../../shared/words/words';

/**
 * The accounts that an incident concerns as CSV for the spreadsheets of this locale, each once, with the names that Jira
 * tells the administrator; none where it does not. Each kind of record has a column of numbers: an authority asks how many.
 */
export function toAffectedCsv(
  accounts: readonly AffectedAccount[],
  names: ReadonlyMap<AccountId, Found<Person>>,
  titles: ReadonlyMap<string, string>,
  locale: string,
): string {
  const kept = Object.fromEntries(accounts.flatMap(({ records }) => Object.entries(records)));
  const kinds = titledRecords(kept, titles);
  const rows = accounts.map(({ accountId, registeredAt = null, records, beingErased = false }) => {
    const found = names.get(accountId);
    const name = found?.state === 'known' ? found.value.name : null;
    const erased = t(beingErased ? 'settings.value-yes' : 'settings.value-no');
    return [accountId, name, registeredAt, erased, ...kinds.map((kind) => records[kind.name] ?? null)];
  });
  return toCsv(
    { names: [...heads.map((head) => t(head)), ...kinds.map(({ title }) => title)], rows },
    locale,
  );
}

const heads = ['common.account-id', 'audit.csv-name', 'audit.csv-since', 'audit.csv-being-deleted'] as const;
