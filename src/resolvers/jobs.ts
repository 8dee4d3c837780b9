import * as v from 'valibot';
import type { JobView, ReceiptAnswer } from '../contract';
import { engine } from '../app';
import { readJob, toView } from '../privacy/erasure/jobs';
import { checkReceipt, receiptOf } from '../privacy/erasure/receipts';
import { Refused } from '../privacy/refused';
import { receiptCode, receiptNumber, token } from './payloads';

export const jobOfId = v.strictObject({ id: token });
export const receiptOfCode = v.strictObject({ code: receiptCode, number: v.optional(receiptNumber) });

/** Whoever has the random ID of a job may see how far it is; it names nobody. */
export async function jobView({ id }: { id: string }): Promise<JobView> {
  const job = await readJob(engine, id);
  if (!job) throw new Refused('NOT_FOUND', 'There is no such erasure, or its record has been deleted since.');
  const receipt = await receiptOf(engine, job);
  return { ...toView(id, job), ...(receipt && { receipt }) };
}

/** Whoever has the code of a receipt may check it; it names nobody. */
export const receiptAnswer = ({
  code,
  number,
}: v.InferOutput<typeof receiptOfCode>): Promise<ReceiptAnswer> => checkReceipt(engine, code, number);
