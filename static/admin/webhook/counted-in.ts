import type { Counted } from '../../../src/contract';

/** A count that may be the least there are, as messages take it. */
export const countedIn = ({ least, more }: Counted): { count: number; more: 'yes' | 'no' } => ({
  count: least,
  more: more ? 'yes' : 'no',
});
