import type { Receipt } from '../../../src/contract';
import { isReceiptCode } from '../receipt-code';
import { t } from '../words/words';

interface ReceiptFile {
  /** Missing where no browser made one, or the file is not of whoever has it. */
  code?: string;
  receipt: Receipt;
}

const format = 'privacy-center-receipt';
const texts = [
  'number',
  'askedBy',
  'askedAt',
  'doneAt',
  'mapVersion',
  'previous',
  'digest',
] as const satisfies ReadonlyArray<keyof Receipt>;

/** What is kept: the code where there is one, what the app said, and how to check it. */
export function toReceiptFile(code: string | undefined, receipt: Receipt): string {
  const howToCheck = [t('receipts.how-in-app'), t('receipts.how-without-app')];
  const withCode = {
    format,
    version: 1,
    code,
    receipt,
    howToCheck: [...howToCheck, t('receipts.keep-code')],
  };
  const file = code === undefined ? { format, version: 1, receipt, howToCheck } : withCode;
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** The receipt in a file, whatever somebody chose; nothing where it is none. */
export function readReceiptFile(text: string): ReceiptFile | undefined {
  const file = parsed(text);
  if (!isObject(file) || file['format'] !== format) return undefined;
  const { code, receipt } = file;
  if (!isReceipt(receipt)) return undefined;
  if (code === undefined) return { receipt };
  return typeof code === 'string' && isReceiptCode(code) ? { code, receipt } : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Each part must be of its own kind: a line break inside one could pass for another part of the digest. */
function isReceipt(value: unknown): value is Receipt {
  if (!isObject(value)) return false;
  const { receiptHash, decidedAt, erased, missed, ...rest } = value;
  return (
    Object.keys(rest).length === texts.length &&
    texts.every((name) => isWord(rest[name])) &&
    [receiptHash, decidedAt].every((part) => part === undefined || isWord(part)) &&
    isCounts(erased) &&
    (missed === undefined || isCounts(missed))
  );
}

const isCounts = (value: unknown): value is Record<string, number> =>
  isObject(value) &&
  Object.entries(value).every(
    ([name, count]) => /^[a-z-]+$/.test(name) && Number.isInteger(count) && Number(count) >= 0,
  );

const isWord = (value: unknown): boolean => typeof value === 'string' && /^[\w.:-]{1,64}$/.test(value);

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether two receipts say the same in every part. */
export const saysTheSame = (one: Receipt, other: Receipt): boolean =>
  texts.every((name) => one[name] === other[name]) &&
  one.receiptHash === other.receiptHash &&
  one.decidedAt === other.decidedAt &&
  sameCounts(one.erased, other.erased) &&
  sameCounts(one.missed ?? {}, other.missed ?? {});

function sameCounts(one: Record<string, number>, other: Record<string, number>): boolean {
  const names = Object.keys(one);
  return names.length === Object.keys(other).length && names.every((name) => one[name] === other[name]);
}
