import type { Facts } from './facts';

/** One statement of the notice, and what it says under the settings in force; nothing where it does not apply. */
export interface Claim {
  /** Each has a check of the same ID in the tests, or a source. */
  id: string;
  text: string | ((facts: Facts) => string | undefined);
  /**
   * Of what lies outside the app, which no test of the app can prove: who says so, and when that was read. It can become
   * untrue without the app noticing.
   */
  source?: string;
}

export interface Section {
  id: string;
  title: string;
  claims: readonly Claim[];
}

export const textOf = ({ text }: Claim, facts: Facts): string | undefined =>
  typeof text === 'string' ? text : text(facts);

/** The sentences that apply, one after the other. */
export const sentences = (...parts: ReadonlyArray<string | false | undefined>): string =>
  parts.filter(Boolean).join(' ');
