import { periodOf as choosable } from '../../src/privacy/settings/settings';
import { fieldsOf, type DataMap, type DataSet } from '../../src/storage/data-set';
import { PURPOSES } from '../../src/storage/purposes';
import { say, table } from './data-set-tables';
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

function periodOf(set: DataSet): string {
  const period = choosable(set);
  if (period)
    return `${inDays(period.standard)}, or from ${period.least} to ${inDays(period.most)} as administrators set`;
  const { fixed } = set.retention;
  if (!fixed) return 'as long as the records that it belongs to';
  return fixed.days === 0 ? 'until a day that the record itself names' : inDays(fixed.days);
}

function setRow(set: DataSet): string[] {
  const categories = new Set(fieldsOf(set).map(([, { category }]) => CATEGORY_WORDS[category] ?? category));
  const after = set.erasure.effect === 'delete' ? 'deleted' : 'stays without the account ID, for its period';
  return [`**${say(set.title)}**`, [...categories].join('; '), identifierOf(set), periodOf(set), after];
}

/** What is done with which data, from the data map: the annex that a contract under GDPR art. 28(3) needs. */
export function processingTables(map: DataMap): string {
  const personal = map.filter(({ about }) => about !== 'nobody');
  const activities = PURPOSES.map((purpose) => {
    const sets = map.filter(({ usedFor }) => usedFor?.includes(purpose));
    return [
      `**${say(`data.activity-${purpose}`)}**`,
      say(`notice.done-${purpose}`),
      sets.map(({ title }) => say(title)).join(', '),
    ];
  });
  return [
    '### Activities',
    table(['Activity', 'What is done', 'Records'], activities),
    '### Kinds of data',
    table(
      ['Record', 'Kinds of data', 'Identifies by', 'How long', 'If everything is deleted'],
      personal.map(setRow),
    ),
  ].join('\n\n');
}
