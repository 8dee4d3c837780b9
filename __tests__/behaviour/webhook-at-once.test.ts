import { PEOPLE } from '../setup/test-site';
import { useForge } from '../setup/use-forge';
import { secondsOf, send, signedRequest } from './webhook-caller';

/** Answers to so many different calls at once, counted, and how long the last of them took. */
const app = useForge({ callMs: { min: 20, max: 60 } });

async function callAtOnce(
  calls: number,
  idOf: (n: number) => string = (n) => `at-once-${n + 1000}`,
): Promise<{ answers: Record<string, number>; seconds: number }> {
  await app.person(PEOPLE.anna).log('2026-02-27');
  const { secret } = await app.person(PEOPLE.admin).admin('enableWebhook');
  const begun = app.forge.clock.now();
  const requests = Array.from({ length: calls }, (_, n) =>
    signedRequest(secret, {
      timestamp: secondsOf(app.forge),
      body: JSON.stringify({
        subject_request_id: idOf(n),
        accounts: [{ accountId: PEOPLE.anna, status: 'updated' }],
      }),
    }),
  );
  const answers: Record<string, number> = {};
  await Promise.all(
    requests.map(async (request) => {
      const answer = await send(app.forge, request);
      answers[answer] = (answers[answer] ?? 0) + 1;
    }),
  );
  return { answers, seconds: (app.forge.clock.now() - begun) / 1000 };
}

it.each<[number, Record<string, number>]>([
  [40, { '202 accepted': 40 }],
  [60, { '202 accepted': 60 }],
  [200, { '202 accepted': 60, '429 too-many': 140 }],
])('Of %d different calls at once, all that are allowed in a minute are taken', async (calls, expected) => {
  const { answers, seconds } = await callAtOnce(calls);
  expect(answers).toEqual(expected);
  expect(seconds).toBeLessThan(20);
});

it('Of 20 calls with one request ID at once, one is taken, and the others are told so or to try later', async () => {
  const { answers } = await callAtOnce(20, () => 'the-same-id');
  const { '202 accepted': taken, '200 duplicate': told = 0, '503 try-later': later = 0 } = answers;
  expect({ taken, others: told + later }).toEqual({ taken: 1, others: 19 });
  expect(app.stored('webhook-request')).toHaveLength(1);
});
