import { ASSUMPTIONS } from '../../src/platform-check/assumptions';
import type { SiteAssumption, SiteVerdict } from '../../src/contract';
import { LOCAL_SWITCHES, NOT_MEASURED } from './local-switches';
import { readCatalogue } from './words.mjs';

const BEGIN =
  '<!-- assumptions: begin, written by scripts/site-check-table.ts -->\n<!-- prettier-ignore-start -->\n';
const END = '\n<!-- prettier-ignore-end -->\n<!-- assumptions: end -->';

const VERDICTS: Readonly<Record<SiteVerdict, string>> = {
  holds: 'as assumed',
  copes: 'the app copes',
  alarm: '**alarm**',
  'not-told': 'not known',
};

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

const ENGLISH = readCatalogue('en');

/** What the page says of an assumption, or of one of its outcomes. */
const said = (name: string): string =>
  (ENGLISH[`get-started.check-${name}`] ?? '').replaceAll('{number, number}', '…');

const outcomes = ({ id, outcomes: all }: SiteAssumption): string =>
  Object.entries(all)
    .filter(([, verdict]) => verdict !== 'not-told')
    .map(([outcome, verdict]) => `${said(`${id}-${outcome}`)} (${VERDICTS[verdict]})`)
    .join('<br>');

/** Which switches of the local Forge make the check find something else. */
const switchesOf = ({ id, measuredBy }: SiteAssumption): string => {
  if (measuredBy === 'page') return 'measured by the page';
  const settings = LOCAL_SWITCHES.filter(({ finds }) => Object.hasOwn(finds, id)).map(
    ({ setting }) => `\`${setting}\``,
  );
  return [...new Set(settings)].join(', ');
};

/** What is assumed, what can be found, and which switch of the local Forge makes it so. */
export function assumptionTables(): string {
  const rows = ASSUMPTIONS.map((one: SiteAssumption) => line([said(one.id), outcomes(one), switchesOf(one)]));
  const left = Object.entries(NOT_MEASURED).map(([setting, why]) => line([`\`${setting}\``, why]));
  return [
    line(['assumed', 'what the check may find', 'switch of the local Forge']),
    line(['---', '---', '---']),
    ...rows,
    '',
    'Not measured:',
    '',
    line(['switch of the local Forge', 'why']),
    line(['---', '---']),
    ...left,
  ].join('\n');
}

/** The document with the tables between their marks. */
export function withAssumptions(document: string): string {
  const start = document.indexOf(BEGIN) + BEGIN.length;
  const end = document.indexOf(END);
  if (start < BEGIN.length || end < start) throw new Error('The document has no place for the tables.');
  return document.slice(0, start) + assumptionTables() + document.slice(end);
}
