import type { ReceiptAnswer, ReceiptChainPage } from '../../contract';
import type { Change } from '../../storage/store';
import { missedBy, type ErasureJob } from '../data-sets/erasure-job';
import {
  FIRST_PREVIOUS,
  RECEIPT,
  RECEIPT_HEAD,
  RECEIPT_HEAD_KEY,
  type ReceiptContent,
  type ReceiptHead,
  type ReceiptLink,
} from '../data-sets/receipt';
import { sha256 } from '../digest';
import type { Engine } from '../engine';
import { codesOf } from './under-way';

/** The digest of a link: SHA-256 over the digest before it and its content, a name and value on each line. */
export function linkDigest(previous: string, content: ReceiptContent): string {
  return sha256([previous, ...linesOf(content)].join('\n'));
}

/**
 * The content in one fixed form, so that anyone can make the digest again. Without a code its line is missing, and so are
 * that of an approval and those of missed records where there are none.
 */
function linesOf(content: ReceiptContent): string[] {
  const { number, askedBy, askedAt, decidedAt, doneAt, mapVersion, receiptHash } = content;
  return [
    `number ${number}`,
    `askedBy ${askedBy}`,
    `askedAt ${askedAt}`,
    ...(decidedAt === undefined ? [] : [`decidedAt ${decidedAt}`]),
    `doneAt ${doneAt}`,
    `mapVersion ${mapVersion}`,
    ...(receiptHash === undefined ? [] : [`receiptHash ${receiptHash}`]),
    ...countLines('erased', content.erased),
    ...countLines('missed', content.missed ?? {}),
  ];
}

const countLines = (what: string, counts: Record<string, number>): string[] =>
  Object.entries(counts)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, records]) => `${what} ${name} ${records}`);

/**
 * The changes that append an erasure to the chain, for the transaction that ends it: a link for each code, or one without.
 * Two erasures that end at once collide on the head, which always exists; the one that loses is tried again.
 */
export async function receiptChanges(engine: Engine, job: ErasureJob, doneAt: string): Promise<Change[]> {
  const head = await readHead(engine);
  const links: ReceiptLink[] = [];
  let end = head;
  for (const receiptHash of job.receiptHash === undefined ? [undefined] : codesOf(job)) {
    const link = linkAfter(end, job, doneAt, receiptHash);
    links.push(link);
    end = { length: end.length + 1, digest: link.digest };
  }
  return [
    ...links.map((row): Change => ({
      do: 'set',
      dataSet: RECEIPT,
      key: row.number,
      row,
      expected: 'new-key',
    })),
    {
      do: 'set',
      dataSet: RECEIPT_HEAD,
      key: RECEIPT_HEAD_KEY,
      row: end,
      expected: { digest: head.digest },
    },
  ];
}

function linkAfter(
  { length, digest: previous }: ReceiptHead,
  job: ErasureJob,
  doneAt: string,
  receiptHash: string | undefined,
): ReceiptLink {
  const missed = missedBy(job);
  const content: ReceiptContent = {
    number: String(length + 1),
    askedBy: job.askedBy,
    askedAt: job.startedAt,
    ...(job.decidedAt !== undefined && { decidedAt: job.decidedAt }),
    doneAt,
    mapVersion: job.mapVersion,
    erased: job.erased,
    ...(missed && { missed }),
    ...(receiptHash !== undefined && { receiptHash }),
  };
  return { ...content, previous, digest: linkDigest(previous, content) };
}

const readHead = async (engine: Engine): Promise<ReceiptHead> =>
  (await engine.store.get(RECEIPT_HEAD, RECEIPT_HEAD_KEY)) ??
  engine.store.putIfAbsent(RECEIPT_HEAD, RECEIPT_HEAD_KEY, { length: 0, digest: FIRST_PREVIOUS });

/** What stands in the chain for a code: the browser sends a hash of it, and nothing is stored as a client sent it. */
const digestOfCode = (code: string): string => sha256(sha256(code));

/**
 * Looks a receipt up by its code and checks that the chain fits it: its own digest, and that of its neighbours. Without
 * its number it is the newest with this code: an erasure that was taken up again has one for each end.
 */
export async function checkReceipt(engine: Engine, code: string, number?: string): Promise<ReceiptAnswer> {
  const receiptHash = digestOfCode(code);
  const wanted = number ?? (await newestOf(engine, receiptHash));
  const link = wanted === undefined ? undefined : await engine.store.get(RECEIPT, wanted);
  if (link?.receiptHash !== receiptHash) return { state: 'unknown' };
  return answerFor(engine, link);
}

/** Checks a receipt of which somebody has the file without a code: its digest shows that they know what it says. */
export async function checkReceiptByDigest(
  engine: Engine,
  number: string,
  digest: string,
): Promise<ReceiptAnswer> {
  const link = await engine.store.get(RECEIPT, number);
  if (!link) return { state: 'unknown' };
  return link.digest === digest ? answerFor(engine, link) : { state: 'differs' };
}

const answerFor = async (engine: Engine, link: ReceiptLink): Promise<ReceiptAnswer> =>
  (await fitsChain(engine, link)) ? { state: 'valid', receipt: link } : { state: 'broken' };

async function newestOf(engine: Engine, receiptHash: string): Promise<string | undefined> {
  const found = await engine.store.query(RECEIPT, {
    index: 'by-hash',
    partition: [receiptHash],
    descending: true,
    limit: 1,
  });
  return found[0]?.key;
}

async function fitsChain(engine: Engine, link: ReceiptLink): Promise<boolean> {
  if (linkDigest(link.previous, link) !== link.digest) return false;
  const number = Number(link.number);
  const [before, after] = await engine.store.getAll([
    { dataSet: RECEIPT, key: String(Math.max(number - 1, 1)) },
    { dataSet: RECEIPT, key: String(number + 1) },
  ]);
  const head = await readHead(engine);
  const fitsBefore =
    number === 1 ? link.previous === FIRST_PREVIOUS : !before || before.digest === link.previous;
  const fitsAfter = after
    ? after.previous === link.digest
    : head.length !== number || head.digest === link.digest;
  return fitsBefore && fitsAfter && number <= head.length;
}

/** The receipt of a job, for the one who asked for it with this code; the first one where none is said or it is of no asker. */
export async function receiptOf(
  engine: Engine,
  job: ErasureJob,
  receiptHash?: string,
): Promise<ReceiptLink | undefined> {
  if (job.receipt === undefined) return undefined;
  const place = Math.max(codesOf(job).indexOf(receiptHash ?? ''), 0);
  return engine.store.get(RECEIPT, String(Number(job.receipt) + place));
}

const NO_CHAIN: ReceiptHead = { length: 0, digest: FIRST_PREVIOUS };
/** Links looked at from the end where the index does not say which is the oldest. */
const LAST_LINKS = 100;

/** Links of the chain after a number, strictly read in the order of their numbers, with its end. */
export async function readChain(
  engine: Engine,
  after: string | undefined,
  limit: number,
): Promise<ReceiptChainPage> {
  const head = (await engine.store.get(RECEIPT_HEAD, RECEIPT_HEAD_KEY)) ?? NO_CHAIN;
  const from = after === undefined ? await firstNumber(engine, head) : Number(after) + 1;
  const numbers = Array.from({ length: Math.max(0, Math.min(limit, head.length - from + 1)) }, (_, at) =>
    String(from + at),
  );
  const rows = await engine.store.getAll(numbers.map((key) => ({ dataSet: RECEIPT, key })));
  const last = numbers.at(-1);
  const more = last !== undefined && Number(last) < head.length;
  return {
    links: rows.filter((row) => row !== undefined),
    head,
    ...(more && { next: last }),
  };
}

/** Of the oldest receipt that has not been pruned. */
async function firstNumber(engine: Engine, head: ReceiptHead): Promise<number> {
  const [oldest] = await engine.store.query(RECEIPT, { index: 'doneAt', limit: 1 });
  return oldest ? Number(oldest.key) : Math.max(1, head.length - LAST_LINKS + 1);
}
