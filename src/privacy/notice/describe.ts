import type { DataSetNotice } from '../../contract';
import type { DataSet } from '../../storage/data-set';
import { fieldsOf } from '../../storage/fields';
import type { Purpose } from '../../storage/purposes';
import type { Settings } from '../data-sets/settings';
import { inDays } from '../data-sets/words';
import { addingUp } from '../retention/totals';
import { basisOf, retentionDaysOf } from '../settings/settings';
import { BASIS_WORDS, NO_BASIS, PURPOSE_WORDS } from './purpose-words';

export function describeSet(set: DataSet, settings: Settings): DataSetNotice {
  const { name, title, what, purpose, erasure, exported } = set;
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
    lawfulBasis: basisWords(set, settings),
    retention: retentionWords(set, settings),
    onErasure: erasure.words,
    exported,
  };
}

/** On which legal basis it is used, purpose by purpose where they differ, or that none is chosen yet. */
function basisWords({ usedFor = [] }: DataSet, settings: Settings): string {
  const used = usedFor.map((purpose) => ({ purpose, basis: basisIn(settings, purpose) }));
  const [first = NO_BASIS, ...others] = new Set(used.map(({ basis }) => basis));
  if (others.length > 0)
    return used.map(({ purpose, basis }) => `${PURPOSE_WORDS[purpose]}: ${basis}.`).join(' ');
  return [...used.map(({ purpose }) => PURPOSE_WORDS[purpose]), first].map((words) => `${words}.`).join(' ');
}

/** The legal basis of a purpose, as the notice and the record of processing say it. */
export function basisIn(settings: Settings, purpose: Purpose): string {
  const basis = basisOf(settings, purpose);
  return basis ? BASIS_WORDS[basis] : NO_BASIS;
}

function retentionWords(set: DataSet, settings: Settings): string {
  const days = retentionDaysOf(set, settings);
  const kept = days === undefined ? [] : [`Stored for ${lengthOf(days)}.`];
  const rule = addingUp(set, settings);
  return [...kept, set.retention.words, ...(rule ? [rule.words] : [])].join(' ');
}

/** A number of days as people read it: whole years as years. */
export function lengthOf(days: number): string {
  const years = days / 365;
  if (!Number.isInteger(years)) return inDays(days);
  return years === 1 ? 'one year' : `${years} years`;
}
