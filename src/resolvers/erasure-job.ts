import * as v from 'valibot';
import type { JobView, ReceiptAnswer } from '../contract';
import { engine } from '../app';
import { readJob, toView } from '../privacy/erasure/job';
import { checkReceipt, checkReceiptByDigest, receiptOf } from '../privacy/erasure/receipts';
import { Refused } from '../privacy/errors';
import { digest, receiptCode, receiptHash, receiptNumber, token } from './payloads';

export const jobOfId = v.strictObject({ id: token });
export const jobAsked = v.strictObject({ id: token, receiptHash: v.optional(receiptHash) });
export const receiptAsked = v.union([
  v.strictObject({ code: receiptCode, number: v.optional(receiptNumber) }),
  v.strictObject({ number: receiptNumber, digest }),
]);

/** Whoever has the random ID of a job may see how far it is; it names nobody. The receipt is that of the asker's code. */
export async function jobView({ id, receiptHash: code }: v.InferOutput<typeof jobAsked>): Promise<JobView> {
  const job = await readJob(engine, id);
  if (!job) throw new Refused('NOT_FOUND', 'There is no such erasure, or its record has been deleted since.');
  const receipt = await receiptOf(engine, job, code);
  return { ...toView(id, job), ...(receipt && { receipt }) };
}

/** Whoever has the code of a receipt, or its digest, may check it; it names nobody. */
export const receiptAnswer = (asked: v.InferOutput<typeof receiptAsked>): Promise<ReceiptAnswer> =>
  'digest' in asked
    ? checkReceiptByDigest(engine, asked.number, asked.digest)
    : checkReceipt(engine, asked.code, asked.number);
