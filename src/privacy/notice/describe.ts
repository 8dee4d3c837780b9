import type { DataSetNotice } from '../../contract';
import type { DataSet, LawfulBasis } from '../../storage/data-set';
import { fieldsOf } from '../../storage/fields';
import type { Settings } from '../data-sets/settings';
import { inDays } from '../data-sets/words';
import { addingUp } from '../retention/totals';
import { retentionDaysOf } from '../settings';

const LAWFUL_BASES: Record<LawfulBasis, string> = {
  // Art. 6(1)(b) needs a contract with the person themselves; that of the vendor with the organisation is none.
  contract: 'Your own contract with your organisation, for example of employment (GDPR art. 6(1)(b))',
  'legitimate-interest': 'Legitimate interests of your organisation (GDPR art. 6(1)(f))',
  'legal-obligation': 'Duties under data protection law (GDPR art. 6(1)(c))',
};

export function describeSet(set: DataSet, settings: Settings): DataSetNotice {
  const { name, title, what, purpose, lawfulBasis, erasure, exported } = set;
  return {
    name,
    title,
    what,
    fields: fieldsOf(set).map(([field, { what: says, category }]) => ({
      name: field,
      what: says,
      category,
    })),
    purpose,
    lawfulBasis: LAWFUL_BASES[lawfulBasis],
    retention: retentionWords(set, settings),
    onErasure: erasure.words,
    exported,
  };
}

function retentionWords(set: DataSet, settings: Settings): string {
  const days = retentionDaysOf(set, settings);
  const kept = days === undefined ? [] : [`Kept for ${lengthOf(days)}.`];
  const rule = addingUp(set, settings);
  return [...kept, set.retention.words, ...(rule ? [rule.words] : [])].join(' ');
}

/** Whole years as years, everything else as days. */
function lengthOf(days: number): string {
  const years = days / 365;
  if (!Number.isInteger(years)) return inDays(days);
  return years === 1 ? 'one year (365 days)' : `${years} years (${inDays(days)})`;
}
