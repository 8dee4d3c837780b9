import type { RestrictedBy, Standing } from '../data-sets/registration';

/** Why the use of a person's data is restricted: what they chose, and what somebody else set or said. Each ends by itself. */
export interface Grounds {
  /** Since when the person restricts it. */
  own?: string | undefined;
  others?: { since: string; by: Exclude<RestrictedBy, 'person'> } | undefined;
}

/** Fields to change in a standing row; `undefined` takes one away. */
export type StandingChange = { [Name in keyof Standing]?: Standing[Name] | undefined };

export function groundsOf({ restrictedAt, restrictedBy, ownRestrictedAt }: Standing): Grounds {
  if (restrictedAt === undefined || restrictedBy === undefined) return {};
  if (restrictedBy === 'person') return { own: restrictedAt };
  return { own: ownRestrictedAt, others: { since: restrictedAt, by: restrictedBy } };
}

/** What the standing row says of these grounds, and no other. */
export function asFields({ own, others }: Grounds): StandingChange {
  return {
    restrictedAt: others?.since ?? own,
    restrictedBy: others?.by ?? (own === undefined ? undefined : 'person'),
    ownRestrictedAt: others && own,
    // That it will be lifted was said of this one.
    ...(own === undefined && { liftableFrom: undefined }),
  };
}
