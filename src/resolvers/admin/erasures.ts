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
import { isOneself, notOneself } from '../../privacy/person/acting';
import { isErasableFor, onlyAsked } from '../../privacy/person/leaves-open';
import { asRefusal } from '../answer';
import { forAdmin } from '../define';
import {
  STANDARD_PAGE,
  accountId,
  erasureReason,
  page,
  receiptHash as receiptHashSent,
  receiptNumber,
  token,
} from '../payloads';
import { jobAsked, jobView, receiptAnswer, receiptAsked } from '../for-both';
import { lookAt } from './people';

const MOST_PEOPLE = 50;

export const listErasures = forAdmin(v.strictObject(page), ({ after, limit }): Promise<ErasurePage> =>
  list(engine, after, limit ?? STANDARD_PAGE),
);

export const retryErasure = forAdmin(v.strictObject({ id: token }), ({ id }, { acting }): Promise<JobView> =>
  retry(acting, id),
);

export const getReceiptChain = forAdmin(
  v.strictObject({ after: v.optional(receiptNumber), limit: page.limit }),
  ({ after, limit }): Promise<ReceiptChainPage> => readChain(engine, after, limit ?? STANDARD_PAGE),
);

const person = v.strictObject({ accountId, receiptHash: receiptHashSent });
const erasureOf = { accountId, reason: erasureReason };

/** Notes many erasures, which the queue begins; who could not be noted is told with why. */
export const erasePeople = forAdmin(
  v.strictObject({
    people: v.pipe(v.array(person), v.minLength(1), v.maxLength(MOST_PEOPLE)),
    reason: erasureReason,
  }),
  async ({ people, reason }, { acting }): Promise<ErasePeopleResult> => {
    const noted = await noteErasures(acting, people, reason);
    return {
      answers: noted.map((one) =>
        'job' in one ? one : { accountId: one.accountId, ...asRefusal(one.error, engine.log) },
      ),
    };
  },
);

export const previewErasureOf = forAdmin(
  v.strictObject(erasureOf),
  async ({ accountId: whose, reason }, asker): Promise<ErasurePreview> => {
    const lookedAt = await lookAt(whose);
    if (!isErasableFor(lookedAt.subject, reason)) throw onlyAsked();
    const look = { by: asker.accountId, event: 'erasure-previewed', reason, after: undefined } as const;
    await openLook(asker.acting, lookedAt, look);
    return previewErasure(engine, whose);
  },
);

export const erasePerson = forAdmin(
  v.strictObject({ ...erasureOf, receiptHash: receiptHashSent }),
  async ({ accountId: whose, reason, receiptHash }, { acting }): Promise<JobView> => {
    if (isOneself(acting, whose)) throw notOneself();
    return startErasure(acting, {
      accountId: whose,
      askedBy: 'administrator',
      marker: 'erased',
      reason,
      still: (subject) => {
        if (!isErasableFor(subject, reason)) throw onlyAsked();
        return true;
      },
      receiptHash,
    });
  },
);

export const getJob = forAdmin(jobAsked, jobView);

export const checkReceipt = forAdmin(receiptAsked, receiptAnswer);
