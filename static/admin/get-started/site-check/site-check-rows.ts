import type { SiteAssumption, SiteFinding, SiteVerdict } from '../../../../src/contract';
import { checkWords, type CheckWords } from './check-words';
import type { SiteResult } from './use-site-check';

/** A line of the table: what was assumed, and what was found. */
export interface CheckedRow extends CheckWords {
  id: string;
  verdict: SiteVerdict;
  outcome: string;
  number: number | undefined;
  codes: string[];
}

/** Joins what was found with what the page says of it; what it says nothing of, of another version, is left out. */
export function rowsOf(
  assumptions: readonly SiteAssumption[],
  { findings, codes }: Pick<SiteResult, 'findings' | 'codes'>,
): CheckedRow[] {
  return assumptions.flatMap((assumption) => {
    const finding = findings.find(({ id }) => id === assumption.id);
    const of = codes.filter(({ id }) => id === assumption.id).map(({ code }) => code);
    return finding ? rowOf(assumption, finding, of) : [];
  });
}

function rowOf({ id, outcomes }: SiteAssumption, finding: SiteFinding, codes: string[]): CheckedRow[] {
  const { number, outcome } = finding;
  const verdict = outcomes[outcome];
  const words = verdict && checkWords(finding, verdict);
  return words ? [{ ...words, id, verdict, outcome, number, codes: [...new Set(codes)] }] : [];
}
