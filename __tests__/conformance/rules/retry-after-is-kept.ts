import type { Rule } from '../app';
import { accounts, LATE_MS, play, unless } from '../scene';

const RETRY_AFTER_SECONDS = [120, 900, 7_200, 3 * 86_400];

const waits =
  (seconds: number): Rule['check'] =>
  (open) =>
    play(open, accounts(100), async ({ forge, failing, calls, reported }) => {
      let refusedAt = Infinity;
      failing({ kind: 'rate-limited', retryAfterSeconds: seconds }, { times: 1 });
      while (calls() === 0) await forge.clock.advance(60_000);
      refusedAt = forge.clock.now() - 60_000;
      await forge.clock.advance(seconds * 1000 + LATE_MS);
      const times = accounts(100).map((accountId) => reported(accountId)[0] ?? Infinity);
      const earliest = Math.min(...times) - refusedAt;
      const latest = Math.max(...times) - refusedAt;
      return [
        ...unless(earliest >= seconds * 1000, `it called again before ${seconds} s were over`),
        ...unless(latest <= seconds * 1000 + LATE_MS, `it did not report within a day after ${seconds} s`),
      ];
    });

export const retryAfterIsKept: Rule = {
  name: 'calls nobody before Retry-After is over, and then goes on, whether it is minutes or days',
  section: 'Personal data reporting API reference: Responses, 429',
  check: async (open) => {
    const found = [];
    for (const seconds of RETRY_AFTER_SECONDS) found.push(...(await waits(seconds)(open)));
    return found;
  },
};
