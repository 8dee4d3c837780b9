import type { Settings } from '../../src/privacy/data-sets/settings';
import { describeSet } from '../../src/privacy/notice/describe';
import { periodOf as choosable } from '../../src/privacy/settings/settings';
import { sayIn } from '../../src/words';
import { fieldsOf, type DataMap, type DataSet, type Kind } from '../../src/storage/data-set';

const begin = (script: string): string =>
  `<!-- data sets: begin, written by ${script} -->\n<!-- prettier-ignore-start -->\n`;
const END = '\n<!-- prettier-ignore-end -->\n<!-- data sets: end -->';

/** What documents say. */
export const say = sayIn('en');

/** Periods as they are until administrators choose others. */
export const STANDARD = { retentionDays: {} } as Settings;

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

export function table(head: string[], rows: string[][]): string {
  const line = (cells: string[]): string => `| ${cells.map(cell).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

export function periodOf(set: DataSet): string {
  const period = choosable(set);
  const limits = period
    ? ` Administrators may choose ${period.least.toLocaleString('en')} to ${say('data.days', { days: period.most })}.`
    : '';
  return `${describeSet(set, STANDARD, say).retention}${limits}`;
}

function setRow(set: DataSet): string[] {
  const { title, what, purpose, onErasure, exported } = describeSet(set, STANDARD, say);
  const uses = set.usedFor?.map((use) => say(`data.purpose-${use}`)).join('; ');
  const why = `${purpose} (${uses}.)`;
  return [`**${title}**`, what, why, periodOf(set), onErasure, exported ? 'yes' : 'no'];
}

/** What a value of a kind is, in words. */
function kindWords(kind: Kind): string {
  switch (kind.kind) {
    case 'account-id':
      return 'Atlassian account ID';
    case 'jira-id':
      return 'ID of a work item or a space';
    case 'integer':
    case 'integer-text':
      return 'whole number';
    case 'boolean':
      return 'yes or no';
    case 'one-of':
      return kind.values.length > 6 ? 'one of a fixed list' : `one of: ${kind.values.join(', ')}`;
    case 'data-set':
      return 'name of a data set';
    case 'joined':
      return kind.of.map(kindWords).join(' and ');
    case 'numbers':
      return `numbers by ${kindWords(kind.by)}`;
    case 'list':
      return `list of: ${Object.values({ ...kind.of, ...kind.optional })
        .map(kindWords)
        .join(', ')}`;
    case 'token':
      return 'random token';
    case 'record-id':
      return 'ID that the app made';
    case 'published-text':
      return 'text of the app’s own';
    default:
      return kind.kind;
  }
}

function fieldRows(set: DataSet): string[][] {
  return fieldsOf(set).map(([name, { value, what, category, optional }]) => [
    `${say(set.title)}: \`${name}\`${optional ? ' (not always)' : ''}`,
    say(what),
    kindWords(value),
    `\`${category}\``,
  ]);
}

/** What the data map declares, as Markdown: what is about people, what is about nobody, and every field. */
export function dataSetTables(map: DataMap): string {
  const personal = map.filter(({ about }) => about !== 'nobody');
  const others = map.filter(({ about }) => about === 'nobody');
  return [
    '### Records about people',
    table(
      ['Record', 'What it says', 'Why', 'How long', 'If everything is deleted', 'In the export'],
      personal.map(setRow),
    ),
    '### What the app needs to run and says nothing about anyone',
    table(
      ['Record', 'What it says', 'Why'],
      others.map(({ title, what, purpose }) => [`**${say(title)}**`, say(what), say(purpose)]),
    ),
    '### Every field',
    'Categories are terms of the W3C Data Privacy Vocabulary (DPV 2).',
    table(['Record and field', 'What it says', 'Kind of value', 'Category'], map.flatMap(fieldRows)),
  ].join('\n\n');
}

/** The document with these tables in the place of what the script wrote before. @throws where it has no place for them */
export function withTables(document: string, tables: string, script = 'scripts/privacy-table.ts'): string {
  const start = document.indexOf(begin(script));
  const end = document.indexOf(END, start);
  if (start < 0 || end < start) throw new Error('The document has no place for the tables of data sets.');
  return `${document.slice(0, start)}${begin(script)}\n${tables}\n${document.slice(end)}`;
}
