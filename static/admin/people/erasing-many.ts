import type { AccountId, ErasePeopleRequest, ErasePeopleResult, ErasureReason } from '../../../src/contract';
import { call, isFailure, type Failure } from '../../shared/call';
import { inWords } from '../../shared/failure';
import { hashReceiptCode, makeReceiptCode } from '../../shared/receipt-code';
import { t } from '../../shared/words/words';

/** What the erasure of many people came to. */
export interface ManyErased {
  /** Their erasures have begun. */
  begun: AccountId[];
  /** The code of each one's receipt, so that it can be handed to them: only this page knows whose is whose. */
  codes: Array<{ accountId: AccountId; code: string }>;
  /** Those about whom nothing is kept, or whose erasure could not begin, with why. */
  notBegun: Array<{ accountId: AccountId; message: string }>;
}

const peoplePerCall = 10;

type Ask = (request: ErasePeopleRequest) => Promise<ErasePeopleResult | Failure>;

/** Begins the erasures a few at a time; where a call fails, the others go on. */
export async function eraseMany(
  accountIds: readonly AccountId[],
  reason: ErasureReason,
  onProgress: (asked: number) => void,
  ask: Ask = askApp,
): Promise<ManyErased> {
  const result: ManyErased = { begun: [], codes: [], notBegun: [] };
  for (let at = 0; at < accountIds.length; at += peoplePerCall) {
    const group = accountIds.slice(at, at + peoplePerCall);
    const codes = new Map(group.map((accountId) => [accountId, makeReceiptCode()]));
    const people = await Promise.all(
      [...codes].map(async ([accountId, code]) => ({ accountId, receiptHash: await hashReceiptCode(code) })),
    );
    addAnswers(result, group, codes, await ask({ people, reason }));
    onProgress(Math.min(at + peoplePerCall, accountIds.length));
  }
  return result;
}

function addAnswers(
  result: ManyErased,
  group: readonly AccountId[],
  codes: ReadonlyMap<AccountId, string>,
  answer: ErasePeopleResult | Failure,
): void {
  if (isFailure(answer)) {
    const { message } = answer.error;
    result.notBegun.push(...group.map((accountId) => ({ accountId, message })));
    return;
  }
  for (const { accountId, job, error } of answer.answers) {
    if (job) {
      result.begun.push(accountId);
      result.codes.push({ accountId, code: codes.get(accountId) ?? '' });
    } else {
      const message = error ? inWords({ error }).error.message : t('people.delete-unanswered');
      result.notBegun.push({ accountId, message });
    }
  }
}

const askApp: Ask = (request) => call('erasePeople', request, t('people.delete-unanswered'));
