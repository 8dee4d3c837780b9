import type { JobView, MyRequest } from '../../contract';
import type { Engine } from '../engine';
import { startErasure } from '../erasure/start';
import { findErasure } from '../erasure/under-way';
import { Refused } from '../errors';
import { readSettings, selfErasureOf } from '../settings';
import { openRequest } from './open';

type SelfErasure = { job: JobView } | { request: MyRequest };

/**
 * What comes of a person's wish to have everything erased: the erasure at once, or a request where administrators decided
 * that they approve it first.
 * @throws Refused where nothing is kept about the person
 */
export async function eraseSelf(
  engine: Engine,
  accountId: string,
  receiptHash: string,
): Promise<SelfErasure> {
  if (selfErasureOf(await readSettings(engine)) === 'at-once') {
    return {
      job: await startErasure(engine, { accountId, askedBy: 'person', marker: 'erased', receiptHash }),
    };
  }
  try {
    return { request: await openRequest(engine, { accountId, type: 'erasure', receiptHash }) };
  } catch (error) {
    const running = error instanceof Refused ? await findErasure(engine, accountId) : undefined;
    if (!running) throw error;
    return { job: running };
  }
}
