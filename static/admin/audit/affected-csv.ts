import type { AccountId, AffectedAccount } from '../../../src/contract';
import { toCsv } from '../../shared/export/csv';
import type { Found } from '../../shared/look-up';
import type { Person } from '../../shared/people';
import { headedTable } from '../headed-table';
import { listRecords } from './audit-csv';

const heads = {
  accountId: 'common.account-id',
  name: 'audit.csv-name',
  since: 'audit.csv-since',
  records: 'common.records',
  beingErased: 'audit.csv-being-deleted',
} as const;

/**
 * The accounts that an incident concerns as CSV for the spreadsheets of this locale, each once, with the names that Jira
 * tells the administrator; none where it does not.
 */
export function toAffectedCsv(
  accounts: readonly AffectedAccount[],
  names: ReadonlyMap<AccountId, Found<Person>>,
  locale: string,
): string {
  const records = accounts.map(({ accountId, registeredAt = null, records: kept, beingErased = false }) => {
    const found = names.get(accountId);
    const name = found?.state === 'known' ? found.value.name : null;
    return { accountId, name, since: registeredAt, records: listRecords(kept), beingErased };
  });
  return toCsv(headedTable(heads, records), locale);
}
