import * as v from 'valibot';
import type { ErasePeopleResult, ErasurePage, JobView, ReceiptChainPage } from '../../contract';
import { engine } from '../../app';
import { listErasures as list } from '../../privacy/erasure/list';
import { noteErasures } from '../../privacy/erasure/erase-many';
import { readChain } from '../../privacy/erasure/receipt-chain';
import { retryErasure as retry } from '../../privacy/erasure/resume';
import { asRefusal } from '../answer';
import { forAdmin } from '../define';
import { jobOfId } from '../erasure-job';
import { accountId, page, reason, receiptHash, receiptNumber } from '../payloads';

const STANDARD_PAGE = 50;
const MOST_PEOPLE = 50;

export const listErasures = forAdmin(v.strictObject(page), ({ after, limit }): Promise<ErasurePage> =>
  list(engine, after, limit ?? STANDARD_PAGE),
);

export const retryErasure = forAdmin(jobOfId, ({ id }): Promise<JobView> => retry(engine, id));

export const getReceiptChain = forAdmin(
  v.strictObject({ after: v.optional(receiptNumber), limit: page.limit }),
  ({ after, limit }): Promise<ReceiptChainPage> => readChain(engine, after, limit ?? STANDARD_PAGE),
);

const person = v.strictObject({ accountId, receiptHash });

/** Notes many erasures, which the queue begins; who could not be noted is told with why. */
export const erasePeople = forAdmin(
  v.strictObject({ people: v.pipe(v.array(person), v.minLength(1), v.maxLength(MOST_PEOPLE)), reason }),
  async ({ people, reason: why }): Promise<ErasePeopleResult> => {
    const noted = await noteErasures(engine, people, why);
    return {
      answers: noted.map((one) =>
        'job' in one ? one : { accountId: one.accountId, ...asRefusal(one.error, engine.log) },
      ),
    };
  },
);
