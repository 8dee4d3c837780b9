import type { SiteAssumption, SiteFinding, SiteVerdict } from '../../../../src/contract';
import type { SiteResult } from './use-site-check';

/** A line of the table: what was assumed, and what was found. */
export interface CheckedRow {
  id: string;
  assumed: string;
  verdict: SiteVerdict;
  outcome: string;
  number: number | undefined;
  codes: string[];
  found: string;
  means: string;
  todo: string;
}

/** Joins what was found with what the app says of it; what it says nothing of, of another version, is left out. */
export function rowsOf(
  assumptions: readonly SiteAssumption[],
  { findings, codes }: Pick<SiteResult, 'findings' | 'codes'>,
  locale: string,
): CheckedRow[] {
  return assumptions.flatMap((assumption) => {
    const finding = findings.find(({ id }) => id === assumption.id);
    const of = codes.filter(({ id }) => id === assumption.id).map(({ code }) => code);
    return finding ? rowOf(assumption, finding, of, locale) : [];
  });
}

function rowOf(
  { id, assumed, outcomes }: SiteAssumption,
  finding: SiteFinding,
  codes: string[],
  locale: string,
): CheckedRow[] {
  const said = outcomes[finding.outcome];
  if (!said) return [];
  const { number, outcome } = finding;
  const found = said.found.replace('{number}', number?.toLocaleString(locale) ?? '');
  return [{ ...said, id, assumed, outcome, number, codes: [...new Set(codes)], found }];
}

export const VERDICT_WORDS: Readonly<Record<SiteVerdict, string>> = {
  holds: 'As assumed',
  copes: 'Different; the app copes',
  alarm: 'Different; needs a look',
  'not-told': 'Not known',
};
