import * as v from 'valibot';
import { engine } from '../../app';
import type {
  ErasePeopleResult,
  ErasurePage,
  ErasurePreview,
  JobView,
  ReceiptChainPage,
} from '../../contract';
import { previewErasure } from '../../privacy/access/erasure-preview';
import { openLook } from '../../privacy/access/look';
import { noteErasures } from '../../privacy/erasure/erase-many';
import { listErasures as list } from '../../privacy/erasure/list';
import { readChain } from '../../privacy/erasure/receipts';
import { retryErasure as retry } from '../../privacy/erasure/resume';
import { startErasure } from '../../privacy/erasure/start';
import { isErasableFor, onlyAsked } from '../../privacy/person/leaves-open';
import { asRefusal } from '../answer';
import { forAdmin } from '../define';
import { jobAsked, jobOfId, jobView, receiptAnswer, receiptAsked } from '../erasure-job';
import { lookAt } from '../look-at';
import {
  accountId,
  ofPerson,
  page,
  reason,
  receiptHash as receiptHashSent,
  receiptNumber,
} from '../payloads';

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

const person = v.strictObject({ accountId, receiptHash: receiptHashSent });

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

export const previewErasureOf = forAdmin(
  v.strictObject(ofPerson),
  async ({ accountId: whose, reason }, asker): Promise<ErasurePreview> => {
    const lookedAt = await lookAt(whose);
    if (!isErasableFor(lookedAt.subject, reason)) throw onlyAsked();
    const look = { by: asker.accountId, event: 'erasure-previewed', reason, after: undefined } as const;
    await openLook(engine, lookedAt, look);
    return previewErasure(engine, whose);
  },
);

export const erasePerson = forAdmin(
  v.strictObject({ ...ofPerson, receiptHash: receiptHashSent }),
  ({ accountId: whose, reason, receiptHash }): Promise<JobView> =>
    startErasure(engine, {
      accountId: whose,
      askedBy: 'administrator',
      marker: 'erased',
      reason,
      still: (subject) => {
        if (!isErasableFor(subject, reason)) throw onlyAsked();
        return true;
      },
      receiptHash,
    }),
);

export const getJob = forAdmin(jobAsked, jobView);

export const checkReceipt = forAdmin(receiptAsked, receiptAnswer);
