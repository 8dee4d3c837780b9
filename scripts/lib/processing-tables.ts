import { ACTIVITY_WORDS } from '../../src/privacy/notice/record-words';
import type { DataMap, DataSet } from '../../src/storage/data-set';
import { fieldsOf } from '../../src/storage/fields';
import { PURPOSES } from '../../src/storage/purposes';
import { table } from './data-set-tables';
import { identifierOf } from './marketplace-answers';

/** DPV's terms as a contract says them. */
const CATEGORY_WORDS: Record<string, string> = {
  'pd:UID': 'account ID',
  'pd:WorkHistory': 'work done',
  'pd:PrivacyPreference': 'choices, requests and what became of them',
  'pd:ServiceConsumptionBehavior': 'use of the app',
  'dpv:PseudonymisedData': 'digests and random tokens',
};

const inDays = (days: number): string => `${days.toLocaleString('en')} days`;

function periodOf({ retention: { days, fixed } }: DataSet): string {
  if (days)
    return `${inDays(days.standard)}, or from ${days.least} to ${inDays(days.most)} as administrators set`;
  if (!fixed) return 'as long as the records that it belongs to';
  return fixed.days === 0 ? 'until a day that the record itself names' : inDays(fixed.days);
}

function setRow(set: DataSet): string[] {
  const categories = new Set(fieldsOf(set).map(([, { category }]) => CATEGORY_WORDS[category] ?? category));
  const after = set.erasure.effect === 'delete' ? 'deleted' : 'stays without the account ID, for its period';
  return [`**${set.title}**`, [...categories].join('; '), identifierOf(set), periodOf(set), after];
}

/** What is done with which data, from the data map: the annex that a contract under GDPR art. 28(3) needs. */
export function processingTables(map: DataMap): string {
  const personal = map.filter(({ about }) => about !== 'nobody');
  const activities = PURPOSES.map((purpose) => {
    const { name, done } = ACTIVITY_WORDS[purpose];
    const sets = map.filter(({ usedFor }) => usedFor?.includes(purpose));
    return [`**${name}**`, done, sets.map(({ title }) => title).join(', ')];
  });
  return [
    '### Activities',
    table(['Activity', 'What is done', 'Records'], activities),
    '### Kinds of data',
    table(['Record', 'Kinds of data', 'Identifies by', 'How long', 'On erasure'], personal.map(setRow)),
  ].join('\n\n');
}
