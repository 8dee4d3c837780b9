import { engine } from '../../../src/app';
import { TAKEN_REQUEST, type TakenRequest } from '../../../src/privacy/data-sets/webhook-request';
import type { Engine, JobMessage, RelayMessage } from '../../../src/privacy/engine';
import { resumeAnnounced } from '../../../src/privacy/webhook/resume';
import { openInside, type Inside } from '../../setup/inside';
import { plant } from '../../setup/plant';
import { storedRows } from '../../setup/use-forge';

/** Calls for which everybody is gone through at once, and in all. */
const AT_ONCE = 50;
const CALLS = 120;

let inside: Inside;
beforeEach(async () => {
  inside = await openInside();
});
afterEach(() => inside.forge.close());

/** Since when the nth call waits. */
const since = (n: number): string => new Date(Date.UTC(2026, 2, 2, 6, 0, n)).toISOString();

/** A call that announced somebody about whom nothing is kept, and that the queue lost. */
const lostCall = (n: number): TakenRequest => ({
  version: 1,
  claim: `a-claim-of-the-call-number-${n}`,
  begunAt: since(n),
  endsAt: '2026-04-02T06:00:00.000Z',
  accepted: true,
  waiting: [{ what: 'closed', digest: String(n).padStart(64, '0') }],
  waitingSince: since(n),
});

const waiting = (): number =>
  storedRows(inside.forge, TAKEN_REQUEST.name).filter(({ value }) => 'waiting' in (value as object)).length;

/** With room for so many rounds through everybody. */
function withRounds(rounds: number, pushed: JobMessage[]): Engine {
  let left = rounds + 1;
  return {
    ...engine,
    queue: { push: async (message) => void pushed.push(message) },
    shareMs: () => ((left -= 1) > 0 ? 900_000 : 0),
  };
}

test('calls that the queue lost are taken up some at a time, and an event goes on with the next', async () => {
  await inside.run(async () => {
    for (let n = 0; n < CALLS; n += 1) {
      await plant(engine.store, TAKEN_REQUEST, String(n).padStart(64, 'a'), lostCall(n));
    }
  });
  const pushed: JobMessage[] = [];
  let from: RelayMessage['from'];
  for (const left of [CALLS - AT_ONCE, CALLS - 2 * AT_ONCE]) {
    const asked = from;
    await inside.run(() => resumeAnnounced(withRounds(1, pushed), asked));
    from = (pushed.pop() as RelayMessage | undefined)?.from;
    expect([waiting(), from]).toEqual([left, { waitingSince: since(CALLS - left) }]);
  }
  await inside.run(() => resumeAnnounced(withRounds(2, pushed), from));
  expect([waiting(), pushed]).toEqual([0, []]);
});
