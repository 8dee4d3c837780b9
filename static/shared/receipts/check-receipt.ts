import type { Receipt, ReceiptAnswer } from '../../../src/contract';
import { call, isFailure, type Failure } from '../call';
import { bareReceiptCode, hashReceiptCode } from '../receipt-code';
import { digestOfReceipt } from './receipt-digest';
import { readReceiptFile, saysTheSame } from './receipt-file';

/**
 * `code-differs`: the file's code is of another receipt · `changed`: the file's digest does not fit what it says ·
 * `chain-differs`: the app holds it, and it says something else · `broken`: the app's own chain does not fit.
 */
export type Fault = 'no-receipt' | 'code-differs' | 'changed' | 'unknown' | 'chain-differs' | 'broken';
export type Outcome = { fits: true; receipt: Receipt } | { fits: false; fault: Fault };

type Ask = (code: string, number?: string) => Promise<ReceiptAnswer | Failure>;

const faulty = (fault: Fault): Outcome => ({ fits: false, fault });

/** Asks the app for the receipt with this code, and makes its digest again here. */
export async function checkByCode(code: string, ask: Ask = askApp): Promise<Outcome | Failure> {
  const answer = await ask(bareReceiptCode(code));
  if (isFailure(answer)) return answer;
  if (answer.state !== 'valid') return faulty(answer.state);
  const { receipt } = answer;
  const fits = (await holdsTogether(receipt)) && receipt.receiptHash === (await hashReceiptCode(code));
  return fits ? { fits, receipt } : faulty('broken');
}

/** Checks a saved receipt: by itself first, then against what the app holds under its number. */
export async function checkByFile(text: string, ask: Ask = askApp): Promise<Outcome | Failure> {
  const file = readReceiptFile(text);
  if (!file) return faulty('no-receipt');
  const { code, receipt } = file;
  if (receipt.receiptHash !== (await hashReceiptCode(code))) return faulty('code-differs');
  if (!(await holdsTogether(receipt))) return faulty('changed');
  const answer = await ask(bareReceiptCode(code), receipt.number);
  if (isFailure(answer)) return answer;
  if (answer.state !== 'valid') return faulty(answer.state);
  return saysTheSame(receipt, answer.receipt) ? { fits: true, receipt } : faulty('chain-differs');
}

const holdsTogether = async (receipt: Receipt): Promise<boolean> =>
  (await digestOfReceipt(receipt)) === receipt.digest;

const askApp: Ask = (code, number) =>
  call(
    'checkReceipt',
    { code, ...(number === undefined ? {} : { number }) },
    'We could not check this now. Nothing was changed. Try again.',
  );
