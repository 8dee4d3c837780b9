import type { Undo } from '../data-sets/webhook';
import { FIRST_INSTANT } from '../time';

/** The time in which the word of the webhook is undone, both ends included. */
export interface Stretch {
  since: string;
  until: string;
}

export const stretchOf = ({ since = FIRST_INSTANT, askedAt }: Pick<Undo, 'since' | 'askedAt'>): Stretch => ({
  since,
  until: askedAt,
});

export const isWithin = ({ since, until }: Stretch, at: string): boolean => since <= at && at <= until;
