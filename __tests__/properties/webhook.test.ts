import * as fc from 'fast-check';
import { onPersonalData } from '../../src/triggers/webhook';
import type { WebTriggerAnswer } from '../../local/web-trigger/types';
import { runCount } from '../setup/run-count';
import { PEOPLE } from '../setup/test-site';
import { expectStoredIsDeclared } from '../setup/stored-is-declared';
import {
  ANSWERS,
  call,
  everything,
  kept,
  nextMinute,
  openDoor,
  said,
  signed,
  type Door,
  type Signing,
} from './webhook/door';
import { CANARY, harmlessHeaders, mutation, otherWriting, rightBody, wrongHeaders } from './webhook/hostile';

jest.setTimeout(3_600_000);

const UNKNOWN = '712020:0badc0de-0000-4000-8000-00000000dead';
const MOST_ANSWERS_KEPT = 200;
let door: Door;
let runs = 0;

beforeAll(async () => {
  door = await openDoor();
});

afterAll(() => door.forge.close());

/** A fresh app now and then, so that what came before does not hide what comes after. */
async function freshDoor(): Promise<Door> {
  runs += 1;
  if (runs % MOST_ANSWERS_KEPT === 0) {
    await door.forge.close();
    door = await openDoor();
  }
  await nextMinute(door);
  return door;
}

function answerOf({ statusCode, body }: WebTriggerAnswer): string {
  const answer = /^\{"answer":"([a-z-]+)"\}$/.exec(body)?.[1] ?? '';
  expect(statusCode).toBe(ANSWERS[answer]);
  return answer;
}

/** Nothing of the request stands anywhere: not in what is stored, not in what was logged. */
function expectNoTrace(at: Door): void {
  expect(JSON.stringify(everything(at))).not.toMatch(new RegExp(`${CANARY}|${UNKNOWN}`));
  expect(said(at)).not.toMatch(new RegExp(`${CANARY}|${UNKNOWN}|${PEOPLE.anna}|error`));
  expectStoredIsDeclared(at.forge);
}

const runsOf = (few: number, many: number) => ({ numRuns: runCount(few, many), endOnFailure: false });
const headersTo = ({ headers = {} }: { headers?: Record<string, string | string[]> }) => headers;

test('well signed but hostile bodies are refused, and change nothing', async () => {
  await fc.assert(
    fc.asyncProperty(rightBody(PEOPLE.anna), mutation, harmlessHeaders, async (right, mutate, dress) => {
      const at = await freshDoor();
      const before = kept(at);
      const body = mutate(right);
      fc.pre(body !== JSON.stringify(right));
      const request = signed(at, { secret: at.secrets.valid, body, aheadSeconds: 0 });
      const answer = answerOf(await call(at, { ...request, headers: dress(headersTo(request)) }));
      expect(['bad-request', 'too-large']).toContain(answer);
      expect(kept(at)).toEqual(before);
      expectNoTrace(at);
    }),
    runsOf(200, 20_000),
  );
});

/** Ways to sign that do not count, or not any more. */
const wrongSigning = fc.constantFrom<(door: Door, body: string) => Signing>(
  ({ secrets }, body) => ({ secret: secrets.retired, body, aheadSeconds: 0 }),
  ({ secrets }, body) => ({ secret: secrets.foreign, body, aheadSeconds: 0 }),
  (_, body) => ({ secret: 'ab'.repeat(32), body, aheadSeconds: 0 }),
  ({ secrets }, body) => ({ secret: secrets.valid, body, signedBody: `${body} `, aheadSeconds: 0 }),
  ({ secrets }, body) => ({ secret: secrets.valid, body, aheadSeconds: -302 }),
  ({ secrets }, body) => ({ secret: secrets.valid, body, aheadSeconds: 302 }),
  ({ secrets }, body) => ({ secret: secrets.valid, body, aheadSeconds: -1_000_000_000 }),
);

test('calls that are not signed with a valid key in time write nothing at all', async () => {
  await fc.assert(
    fc.asyncProperty(rightBody(PEOPLE.anna), wrongSigning, harmlessHeaders, async (right, sign, dress) => {
      const at = await freshDoor();
      const before = everything(at);
      const request = signed(at, sign(at, JSON.stringify(right)));
      const answer = answerOf(await call(at, { ...request, headers: dress(headersTo(request)) }));
      expect(answer).toBe('unauthenticated');
      expect(everything(at)).toEqual(before);
      expectNoTrace(at);
    }),
    runsOf(80, 10_000),
  );
});

test('headers that are missing, doubled or wrong are refused, and change nothing', async () => {
  await fc.assert(
    fc.asyncProperty(rightBody(PEOPLE.anna), wrongHeaders, async (right, spoil) => {
      const at = await freshDoor();
      const before = kept(at);
      const request = signed(at, {
        secret: at.secrets.valid,
        body: JSON.stringify(right),
        aheadSeconds: 0,
      });
      const answer = answerOf(await call(at, { ...request, headers: spoil(headersTo(request)) }));
      expect(['unauthenticated', 'bad-request']).toContain(answer);
      expect(kept(at)).toEqual(before);
      expectNoTrace(at);
    }),
    runsOf(80, 10_000),
  );
});

test('no answer depends on whether an account is known, whatever is done to the body', async () => {
  const form = fc.option(mutation, { nil: undefined, freq: 1 });
  await fc.assert(
    fc.asyncProperty(fc.gen(), form, fc.boolean(), async (gen, mutate, byOldKey) => {
      const at = await freshDoor();
      const secret = byOldKey ? at.secrets.old : at.secrets.valid;
      const [known] = [gen(rightBody, PEOPLE.anna)];
      const accounts = JSON.stringify(known).replaceAll(PEOPLE.anna, UNKNOWN);
      const unknown = { ...(JSON.parse(accounts) as object), subject_request_id: `other-${(runs += 1)}` };
      const bodies = [{ ...known, subject_request_id: `known-${(runs += 1)}` }, unknown].map((body) =>
        mutate ? mutate(body) : JSON.stringify(body),
      );
      const answers: WebTriggerAnswer[] = [];
      for (const body of bodies) {
        answers.push(await call(at, signed(at, { secret, body, aheadSeconds: 0 })));
      }
      expect(answers[0]).toEqual(answers[1]);
      expectNoTrace(at);
    }),
    runsOf(60, 5_000),
  );
});

test('a body cut off at any byte is refused, signed as it is or as it was', async () => {
  const whole = JSON.stringify({
    subject_request_id: `request-${CANARY}`,
    accounts: [{ accountId: PEOPLE.anna, status: 'closed' }],
  });
  await nextMinute(door);
  const before = kept(door);
  for (let length = 0; length < whole.length; length += 1) {
    if (length % 50 === 0) await nextMinute(door);
    const body = whole.slice(0, length);
    const secret = door.secrets.valid;
    const asItIs = signed(door, { secret, body, aheadSeconds: 0 });
    expect(answerOf(await call(door, asItIs))).toBe('bad-request');
    const asItWas = signed(door, { secret, body, signedBody: whole, aheadSeconds: 0 });
    expect(answerOf(await call(door, asItWas))).toBe('unauthenticated');
  }
  expect(kept(door)).toEqual(before);
  expectNoTrace(door);
});

test('a right call is taken, however a sane client writes it', async () => {
  const mark = fc.constantFrom('', '\ufeff');
  await fc.assert(
    fc.asyncProperty(rightBody(PEOPLE.anna), mark, otherWriting, async (right, before, write) => {
      const at = await freshDoor();
      const body = before + JSON.stringify(right);
      const request = signed(at, { secret: at.secrets.valid, body, aheadSeconds: 0 });
      const answer = answerOf(await call(at, { ...request, headers: write(headersTo(request)) }));
      expect(['accepted', 'duplicate']).toContain(answer);
      expectNoTrace(at);
    }),
    runsOf(80, 5_000),
  );
});

test('whatever the function is handed, it gives one of its outputs', async () => {
  jest.spyOn(console, 'log').mockImplementation(() => undefined);
  const anything = fc.anything({ withBigInt: true, withMap: true, withNullPrototype: true, maxDepth: 4 });
  const request = fc.record(
    { method: fc.oneof(fc.string(), anything), headers: anything, body: fc.oneof(fc.string(), anything) },
    { requiredKeys: [] },
  );
  await fc.assert(
    fc.asyncProperty(fc.oneof(anything, request), async (payload) => {
      const { outputKey } = await onPersonalData(payload);
      expect(Object.keys(ANSWERS)).toContain(outputKey);
    }),
    runsOf(500, 50_000),
  );
});
