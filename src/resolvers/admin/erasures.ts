import * as v from 'valibot';
import type {
  AccessReason,
  ErasePeopleRequest,
  ErasePeopleResult,
  ErasurePage,
  JobView,
  ReceiptChainPage,
} from '../../contract';
import { engine } from '../../app';
import { startErasure } from '../../privacy/erasure/fence';
import { listErasures as list } from '../../privacy/erasure/list';
import { readChain } from '../../privacy/erasure/receipt-chain';
import { retryErasure as retry } from '../../privacy/erasure/retry';
import { Refused } from '../../privacy/refused';
import { asRefusal } from '../answer';
import { forAdmin } from '../define';
import { jobOfId } from '../jobs';
import { accountId, page, reason, receiptHash, receiptNumber } from '../payloads';

const STANDARD_PAGE = 50;
const MOST_PEOPLE = 50;
/** Before the function has to answer: whoever is left over is asked for again. */
const SPARE_MS = 6000;

export const listErasures = forAdmin(v.strictObject(page), ({ after, limit }): Promise<ErasurePage> =>
  list(engine, after, limit ?? STANDARD_PAGE),
);

export const retryErasure = forAdmin(jobOfId, ({ id }): Promise<JobView> => retry(engine, id));

export const getReceiptChain = forAdmin(
  v.strictObject({ after: v.optional(receiptNumber), limit: page.limit }),
  ({ after, limit }): Promise<ReceiptChainPage> => readChain(engine, after, limit ?? STANDARD_PAGE),
);

const person = v.strictObject({ accountId, receiptHash });

/** Begins many erasures, one after the other, since they meet in the same groups; none is stopped by another. */
export const erasePeople = forAdmin(
  v.strictObject({ people: v.pipe(v.array(person), v.minLength(1), v.maxLength(MOST_PEOPLE)), reason }),
  async ({ people, reason: why }): Promise<ErasePeopleResult> => {
    const answers: ErasePeopleResult['answers'] = [];
    for (const asked of people) answers.push(await eraseOne(asked, why));
    return { answers };
  },
);

async function eraseOne(
  asked: ErasePeopleRequest['people'][number],
  why: AccessReason,
): Promise<ErasePeopleResult['answers'][number]> {
  try {
    if (engine.remainingMs() < SPARE_MS) throw outOfTime();
    const job = await startErasure(engine, {
      ...asked,
      askedBy: 'administrator',
      marker: 'erased',
      reason: why,
    });
    return { accountId: asked.accountId, job };
  } catch (error) {
    return { accountId: asked.accountId, ...asRefusal(error, engine.log) };
  }
}

const outOfTime = (): Refused =>
  new Refused('TRY_LATER', 'There was no time left for this person. Nothing was begun; try again.');
