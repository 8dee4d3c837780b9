import type { Say } from '../../words';
import type { LegalBasis } from '../data-sets/settings';

export const VENDOR = { name: 'Cappsule Sàrl', contact: 'security@cappsule.io' } as const;
/** Date of the vendor's privacy policy that the app puts into practice. */
export const POLICY_DATE = '2025-10-04';

/** Where statements come from that no test of the app can prove. */
export const SOURCES = {
  policy: 'notice.source-policy',
  transfers: 'notice.source-transfers',
  forge: 'notice.source-forge',
  platform: 'notice.source-platform',
  gdpr: 'notice.source-gdpr',
  organisation: 'notice.source-organisation',
} as const;

/**
 * A legal basis as the notice tells it to the person, or that none is chosen yet. Art. 6(1)(b) needs a contract with the
 * person: the provider's contract with the organisation is not one.
 */
export const basisWords = (basis: LegalBasis | undefined, say: Say): string =>
  say(`data.basis-${basis ?? 'none'}`);

/** A number of days as people read it: whole years as years. */
export function lengthOf(days: number, say: Say): string {
  const years = yearsIn(days);
  return years === undefined ? say('data.days', { days }) : say('data.years', { years });
}

/** Days as years, if they are whole years. */
export const yearsIn = (days: number): number | undefined =>
  days > 0 && days % 365 === 0 ? days / 365 : undefined;
