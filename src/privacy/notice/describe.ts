import type { DataSetNotice } from '../../contract';
import type { Sentence } from '../../../words/types';
import { fieldsOf, type DataSet } from '../../storage/data-set';
import type { Say } from '../../words';
import type { Settings } from '../data-sets/settings';
import { addingUp } from '../retention/totals';
import { basisOf, retentionDaysOf } from '../settings/settings';
import { yearsIn } from './words';

/** A data set in the words of a language, under the settings in force. */
export function describeSet(set: DataSet, settings: Settings, say: Say): DataSetNotice {
  const { name, title, what, purpose, erasure, exported } = set;
  return {
    name,
    title: say(title),
    what: say(what),
    fields: fieldsOf(set).map(([field, { what: says, category }]) => ({
      name: field,
      what: say(says),
      category,
    })),
    purpose: say(purpose),
    lawfulBasis: inWords(basisSentences(set, settings), say),
    retention: inWords(retentionSentences(set, settings), say),
    onErasure: say(erasure.words),
    exported,
  };
}

/** Sentences one after the other. */
const inWords = (sentences: readonly Sentence[], say: Say): string =>
  sentences.map((sentence) => inSentence(sentence, say)).join(' ');

function inSentence({ words, values = {} }: Sentence, say: Say): string {
  const said = Object.entries(values).map(([name, value]) => [
    name,
    typeof value === 'string' ? say(value) : value,
  ]);
  return say(words, Object.fromEntries(said) as Record<string, string | number>);
}

/** On which legal basis it is used, purpose by purpose where they differ, or that none is chosen yet. */
export function basisSentences({ usedFor = [] }: DataSet, settings: Settings): Sentence[] {
  const used = usedFor.map((purpose) => ({
    purpose: `data.purpose-${purpose}` as const,
    basis: `data.basis-${basisOf(settings, purpose) ?? 'none'}` as const,
  }));
  const [first, ...others] = new Set(used.map(({ basis }) => basis));
  if (others.length > 0) return used.map((values) => ({ words: 'data.used-on-basis', values }));
  return [
    ...used.map(({ purpose }): Sentence => ({ words: 'data.used-for', values: { purpose } })),
    { words: 'data.based-on', values: { basis: first ?? 'data.basis-none' } },
  ];
}

/** How long it is kept and why so long, and what happens then. */
export function retentionSentences(set: DataSet, settings: Settings): Sentence[] {
  const { days, fixed, like } = set.retention;
  const rule = addingUp(set, settings);
  const why = days?.why ?? fixed?.why ?? like?.why;
  return [
    ...periodSentences(set, settings),
    ...(why ? [{ words: why }] : []),
    ...(rule ? [{ words: rule.words }] : []),
  ];
}

/** How long it is kept. */
export function periodSentences(set: DataSet, settings: Settings): Sentence[] {
  const { words, values } = set.retention;
  const days = retentionDaysOf(set, settings);
  return [...(days === undefined ? [] : [storedFor(days)]), { words, ...(values && { values }) }];
}

function storedFor(days: number): Sentence {
  const years = yearsIn(days);
  return years === undefined
    ? { words: 'data.stored-days', values: { days } }
    : { words: 'data.stored-years', values: { years } };
}
