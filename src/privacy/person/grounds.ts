import type { Restriction } from '../../contract';
import type { AccessReason } from '../data-sets/reasons';
import type { RestrictedBy, Standing } from '../data-sets/registration';
import { toInstant } from '../time';
import type { StandingChange } from './subject';

interface OthersGround {
  since: string;
  by: Exclude<RestrictedBy, 'person'>;
  reason?: AccessReason;
  /** Of a hold; missing in rows of earlier versions. */
  reviewOn?: string;
}

/** Why the use of a person's data is restricted: by their own choice, by what somebody else set or said, or by both. */
export interface Grounds {
  /** Since when the person restricts it. */
  own?: string | undefined;
  others?: OthersGround | undefined;
}

/** The grounds that a standing row holds. */
export function groundsOf({
  restrictedAt,
  restrictedBy,
  restrictedFor: reason,
  reviewOn,
  ownRestrictedAt,
}: Standing): Grounds {
  if (restrictedAt === undefined || restrictedBy === undefined) return {};
  if (restrictedBy === 'person') return { own: restrictedAt };
  const others = {
    since: restrictedAt,
    by: restrictedBy,
    ...(reason !== undefined && { reason }),
    ...(reviewOn !== undefined && { reviewOn }),
  };
  return { own: ownRestrictedAt, others };
}

/** The fields with which a standing row holds these grounds, and no others. */
export function asFields({ own, others }: Grounds): StandingChange {
  return {
    restrictedAt: others?.since ?? own,
    restrictedBy: others?.by ?? (own === undefined ? undefined : 'person'),
    restrictedFor: others?.reason,
    reviewOn: others?.reviewOn,
    ownRestrictedAt: others && own,
    // The lifting that was announced is of the person's own restriction, which is gone.
    ...(own === undefined && { liftableFrom: undefined }),
  };
}

/** What somebody else said of an account, which is no proof: the field of the standing row that holds when. */
export type Hint = 'removedAt' | 'announcedAt' | 'erasureAskedAt';

const HINTS: readonly Hint[] = ['announcedAt', 'erasureAskedAt', 'removedAt'];
/** Who says it, and restricts by it. */
export const SAID_BY = {
  removedAt: 'atlassian',
  announcedAt: 'webhook',
  erasureAskedAt: 'webhook',
} as const;

/** What changes when something is said that was not said before: it restricts, unless the use is restricted already. */
export function withHint(
  standing: Standing,
  hint: Hint,
  now: Date,
  saidAt: string = toInstant(now),
): { said: StandingChange; restricts: boolean } {
  const at = toInstant(now);
  const restricts = standing.restrictedAt === undefined;
  return {
    said: { [hint]: saidAt, ...(restricts && { restrictedAt: at, restrictedBy: SAID_BY[hint] }) },
    restricts,
  };
}

/** Takes a hint back, and with it the restriction that it brought, unless the person or what else was said holds that. */
export function withoutHint(standing: Standing, hint: Hint): { unsaid: StandingChange; lifts: boolean } {
  if (standing.restrictedBy !== SAID_BY[hint]) return { unsaid: { [hint]: undefined }, lifts: false };
  const grounds = { ...groundsOf(standing), others: saidOf({ ...standing, [hint]: undefined }) };
  const unsaid = { ...asFields(grounds), [hint]: undefined };
  return { unsaid, lifts: unsaid.restrictedAt === undefined };
}

/** The ground that hints alone give, if any. */
export function saidOf(standing: { [Name in Hint]?: Standing[Name] | undefined }): Grounds['others'] {
  for (const hint of HINTS) {
    const since = standing[hint];
    if (since !== undefined) return { since, by: SAID_BY[hint] };
  }
  return undefined;
}

/** The restriction of the use of a person's data (GDPR art. 18), if there is one. */
export function restrictionOf(standing: Standing): Restriction | undefined {
  const { restrictedAt, restrictedBy, ownRestrictedAt, liftableFrom, reviewOn } = standing;
  if (restrictedAt === undefined || restrictedBy === undefined) return undefined;
  return {
    since: restrictedAt,
    by: restrictedBy,
    ...(ownRestrictedAt !== undefined && { own: ownRestrictedAt }),
    ...(liftableFrom !== undefined && { liftableFrom }),
    ...(lawHolds(standing) && { hold: { ...(reviewOn !== undefined && { reviewOn }) } }),
  };
}

/**
 * Whether what is kept about a person must stay for now: they oppose its erasure, or somebody needs it for a claim (GDPR
 * art. 18(1)(b) and (c)). A restriction that only a hint brought does not ask for that.
 */
export function mustStay(standing: Standing): boolean {
  const { own, others } = groundsOf(standing);
  return own !== undefined || others?.by === 'administrator';
}

/**
 * Whether an administrator has what is kept about a person stay for a legal duty or a legal claim: then it goes at the
 * person's wish only after an approval (GDPR art. 17(3)(b) and (e)).
 */
export const lawHolds = (standing: Standing): boolean => groundsOf(standing).others?.reason === 'legal-duty';
