import type { ErasureJob } from '../data-sets/erasure-job';
import type { Person } from '../data-sets/registration';
import { keyedDigest } from '../digest';

/** An erasure that was asked for and has not begun, with its ID. */
export interface NotedErasure {
  id: string;
  job: ErasureJob;
}

/**
 * The ID under which the erasure of a stay is noted: one for all who ask for it, so whoever has it begun finds the note.
 * Nothing leads back from it: the epoch is random, and goes with the erasure.
 */
export const notedId = (pepper: string, { accountId, epoch }: Person): string =>
  keyedDigest(pepper, `erasure ${accountId} ${epoch}`);
