import type { NoticeKey, Say } from '../../words';
import type { Facts } from './in-force';

/** What a claim says in a language under the settings in force; nothing where it does not apply. */
type Saying = (facts: Facts, say: Say) => string | undefined;

/** One statement of the notice. Whether it applies is decided here; its sentences stand in the catalogues. */
export interface Claim {
  /** Each has a check of the same ID in the tests, or a source. */
  id: string;
  text: NoticeKey | Saying;
  /**
   * Of what lies outside the app, which no test of the app can prove: who says so, and when that was read. It can become
   * untrue without the app noticing.
   */
  source?: NoticeKey;
}

/** A section of the full text. */
export interface Section {
  id: string;
  title: NoticeKey;
  claims: readonly Claim[];
}

/** What a claim says under these facts; undefined if it does not apply. */
export const textOf = ({ text }: Pick<Claim, 'text'>, facts: Facts, say: Say): string | undefined =>
  typeof text === 'string' ? say(text) : text(facts, say);

/** The sentences that apply, one after the other. */
export const sentences = (...parts: ReadonlyArray<string | false | undefined>): string =>
  parts.filter(Boolean).join(' ');
