import * as v from 'valibot';
import type { ErasurePreview, JobView } from '../../contract';
import { engine } from '../../app';
import { startErasure } from '../../privacy/erasure/start';
import { previewErasure } from '../../privacy/access/erasure-preview';
import { forAdmin } from '../define';
import { accountId, ofPerson, receiptHash as receiptHashSent } from '../payloads';
import { jobAsked, jobView, receiptAnswer, receiptAsked } from '../erasure-job';

export const previewErasureOf = forAdmin(v.strictObject({ accountId }), (payload): Promise<ErasurePreview> =>
  previewErasure(engine, payload.accountId),
);

export const erasePerson = forAdmin(
  v.strictObject({ ...ofPerson, receiptHash: receiptHashSent }),
  ({ accountId: whose, reason, receiptHash }): Promise<JobView> =>
    startErasure(engine, {
      accountId: whose,
      askedBy: 'administrator',
      marker: 'erased',
      reason,
      receiptHash,
    }),
);

export const getJob = forAdmin(jobAsked, jobView);

export const checkReceipt = forAdmin(receiptAsked, receiptAnswer);
