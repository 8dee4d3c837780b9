import * as v from 'valibot';
import { engine } from '../app';
import type { JobView, ReceiptAnswer, Notice, NoticeLanguage } from '../contract';
import { readJob, toView } from '../privacy/erasure/job';
import { checkReceipt, checkReceiptByDigest, receiptOf } from '../privacy/erasure/receipts';
import { Refused } from '../privacy/errors';
import { noticeOfVersion } from '../privacy/notice/archive';
import { currentNotices } from '../privacy/notice/notice';
import { digest, language, receiptCode, receiptHash, receiptNumber, token } from './payloads';

/** What people and administrators may ask alike, and how it is answered: the same for both. */

/** A deletion by its ID, with the digest of the asker's receipt code if they have one. */
export const jobAsked = v.strictObject({ id: token, receiptHash: v.optional(receiptHash) });
/** A receipt by its code, or by its number and digest. */
export const receiptAsked = v.union([
  v.strictObject({ code: receiptCode, number: v.optional(receiptNumber) }),
  v.strictObject({ number: receiptNumber, digest }),
]);

/** How far a deletion is, for anybody who has its random ID: it names nobody. The receipt is that of the asker's code. */
export async function jobView({ id, receiptHash: code }: v.InferOutput<typeof jobAsked>): Promise<JobView> {
  const job = await readJob(engine, id);
  if (!job) throw new Refused('NOT_FOUND', 'refused.no-deletion');
  const receipt = await receiptOf(engine, job, code);
  return { ...toView(id, job), ...(receipt && { receipt }) };
}

/** Checks a receipt for anybody who has its code or its digest: it names nobody. */
export const receiptAnswer = (asked: v.InferOutput<typeof receiptAsked>): Promise<ReceiptAnswer> =>
  'digest' in asked
    ? checkReceiptByDigest(engine, asked.number, asked.digest)
    : checkReceipt(engine, asked.code, asked.number);

/** The notice in a language. */
export const noticeAsked = v.strictObject({ language });

/** The notice in force, in the language that was asked for. */
export const noticeShown = async (asked: { language: NoticeLanguage }): Promise<Notice> =>
  (await currentNotices(engine)).in(asked.language);

/** A version of the notice in a language. */
export const versionAsked = v.strictObject({ version: digest, language });

/** An earlier version of the notice. @throws Refused if its text is no longer stored */
export async function versionShown(asked: v.InferOutput<typeof versionAsked>): Promise<Notice> {
  const notice = await noticeOfVersion(engine, asked.version, asked.language);
  if (notice) return notice;
  throw new Refused('NOT_FOUND', 'refused.notice-gone');
}
