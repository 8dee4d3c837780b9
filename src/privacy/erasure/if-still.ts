import type { Engine } from '../engine';
import { Refused } from '../errors';
import { startErasure, type ErasureAsked } from './start';
import type { JobView } from '../../contract';

/** Begins an erasure that was due when it was listed; nothing where it no longer is: what the rows say then decides. */
export async function eraseIfStill(engine: Engine, asked: ErasureAsked): Promise<JobView | undefined> {
  try {
    return await startErasure(engine, asked);
  } catch (error) {
    if (error instanceof Refused) return undefined;
    throw error;
  }
}
