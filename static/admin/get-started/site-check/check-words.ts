import type { SiteFinding, SiteVerdict } from '../../../../src/contract';
import { said } from '../../../shared/said';

/** What the page says of a finding. */
export interface CheckWords {
  assumed: string;
  found: string;
  means: string;
  todo: string;
}

/** Nothing where a later version found what this page does not know. */
export function checkWords(finding: SiteFinding, verdict: SiteVerdict): CheckWords | undefined {
  const { id, outcome, number = 0 } = finding;
  const assumed = saidOf(id);
  const found = saidOf(`${id}-${outcome}`, number);
  if (assumed === undefined || found === undefined) return undefined;
  // What holds has nothing to say or to do unless it says so; the others have words for whatever has none of its own.
  const consequence = (kind: 'means' | 'todo') =>
    saidOf(`${id}-${outcome}-${kind}`) ?? saidOf(`${verdict}-${kind}`) ?? '';
  return { assumed, found, means: consequence('means'), todo: consequence('todo') };
}

const saidOf = (name: string, number = 0): string | undefined =>
  said(`get-started.check-${name}`, { number });
