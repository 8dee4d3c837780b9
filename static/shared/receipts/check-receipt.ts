import type { CheckReceiptRequest, Receipt, ReceiptAnswer } from '../../../src/contract';
import { call, isFailure, type Failure } from '../call';
import { bareReceiptCode, receiptHashOf } from '../receipt-code';
import { digestOfReceipt } from './receipt-digest';
import { t } from '../words/words';
import { readReceiptFile, saysTheSame } from './receipt-file';

/**
 * `code-differs`: the file's code is of another receipt · `changed`: the file's digest does not fit what it says ·
 * `unknown`: no receipt has this code · `not-held`: the app holds none with the number of a file without a code ·
 * `chain-differs`: the app holds it, and it says something else · `broken`: the app's own chain does not fit.
 */
export type Fault =
  'no-receipt' | 'code-differs' | 'changed' | 'unknown' | 'not-held' | 'chain-differs' | 'broken';
export type Outcome = { fits: true; receipt: Receipt } | { fits: false; fault: Fault };

type Ask = (asked: CheckReceiptRequest) => Promise<ReceiptAnswer | Failure>;

const faulty = (fault: Fault): Outcome => ({ fits: false, fault });

/** Asks the app for the receipt with this code, and makes its digest again here. */
export async function checkByCode(code: string, ask: Ask = askApp): Promise<Outcome | Failure> {
  const answer = await ask({ code: bareReceiptCode(code) });
  if (isFailure(answer)) return answer;
  if (answer.state !== 'valid') return faulty(faultOf(answer.state, true));
  const { receipt } = answer;
  const fits = (await holdsTogether(receipt)) && receipt.receiptHash === (await receiptHashOf(code));
  return fits ? { fits, receipt } : faulty('broken');
}

/** Checks a saved receipt: by itself first, then against what the app holds under its number. */
export async function checkByFile(text: string, ask: Ask = askApp): Promise<Outcome | Failure> {
  const file = readReceiptFile(text);
  if (!file) return faulty('no-receipt');
  const { code, receipt } = file;
  if (code !== undefined && receipt.receiptHash !== (await receiptHashOf(code))) {
    return faulty('code-differs');
  }
  if (!(await holdsTogether(receipt))) return faulty('changed');
  const { number, digest } = receipt;
  const answer = await ask(code === undefined ? { number, digest } : { code: bareReceiptCode(code), number });
  if (isFailure(answer)) return answer;
  if (answer.state !== 'valid') return faulty(faultOf(answer.state, code !== undefined));
  return saysTheSame(receipt, answer.receipt) ? { fits: true, receipt } : faulty('chain-differs');
}

function faultOf(state: Exclude<ReceiptAnswer['state'], 'valid'>, hasCode: boolean): Fault {
  if (state === 'differs') return 'chain-differs';
  return state === 'unknown' && !hasCode ? 'not-held' : state;
}

const holdsTogether = async (receipt: Receipt): Promise<boolean> =>
  (await digestOfReceipt(receipt)) === receipt.digest;

const askApp: Ask = (asked) => call('checkReceipt', asked, t('receipts.not-checked'));
