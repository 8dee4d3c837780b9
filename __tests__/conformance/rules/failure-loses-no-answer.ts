import type { FaultOutcome } from '../../../local/faults';
import type { Rule } from '../app';
import { accounts, CYCLE_MS, DAY_MS, LATE_MS, play, unless } from '../scene';

const FAILURES: FaultOutcome[] = [
  { kind: 'answer', status: 400, body: { errorType: 'X', errorMessage: 'Y' } },
  { kind: 'answer', status: 500, body: { errorType: 'X', errorMessage: 'Y' } },
  { kind: 'answer', status: 503 },
  { kind: 'cut' },
];

const failsOnce =
  (outcome: FaultOutcome): Rule['check'] =>
  (open) =>
    play(open, accounts(200), async ({ forge, failing, holds, calls }) => {
      const closed = [accounts(200)[0] ?? '', accounts(200)[199] ?? ''];
      for (const accountId of closed) await forge.jira.closeAccount(accountId);
      await forge.clock.advance(14 * DAY_MS + CYCLE_MS - 8 * DAY_MS);
      const before = calls();
      const remove = failing(outcome, { nth: 2 });
      while (calls() === before && forge.clock.now() < Date.UTC(2026, 4, 1))
        await forge.clock.advance(60_000);
      await forge.clock.advance(LATE_MS + 2 * CYCLE_MS);
      remove();
      const again = forge.atlassian.violations.filter(({ kind }) => kind === 'closed-reported-again');
      return [
        ...unless(!closed.some(holds), 'a closed account is still stored'),
        ...unless(again.length === 0, 'an account was asked about again after it was said to be closed'),
      ];
    });

export const failureLosesNoAnswer: Rule = {
  name: 'keeps the answers to other calls when one fails',
  section: 'Personal data reporting API reference: Responses, 400, 500 and 503',
  check: async (open) => {
    const found = [];
    for (const outcome of FAILURES) found.push(...(await failsOnce(outcome)(open)));
    return [...new Set(found)];
  },
};
