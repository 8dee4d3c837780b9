import type { Refusal } from '../../src/contract';
import { inWords } from '../../static/shared/failure';
import { PEOPLE } from '../setup/test-site';
import { useForge } from '../setup/use-forge';
import { EVERY_FUNCTION, HOSTILE, MARKER, NOTHING, payloadsAbout, WRONG_VALUES } from './payload-forge';

const app = useForge();
const CODES = ['INVALID', 'NOT_FOUND', 'CONFLICT', 'NOT_ALLOWED'];

beforeEach(async () => {
  await app.person(PEOPLE.anna).log('2026-03-02');
  await app.person(PEOPLE.admin).log('2026-03-02');
  // Made at the first look for a marker, by whatever function: not what these tests are about.
  await app.person(PEOPLE.noData).user('getOverview');
});

const ask = (moduleKey: string, functionKey: string, payload: unknown): Promise<unknown> =>
  app.forge.invoke({
    moduleKey,
    functionKey,
    payload,
    accountId: PEOPLE.admin,
    extension: { issue: { id: '20001' } },
  });

function validFor(name: string): object {
  const { needs = {}, may = {} } = payloadsAbout(PEOPLE.anna)[name] ?? {};
  return { ...needs, ...may };
}

/** What is wrong with an answer to something hostile; nothing if it is refused as it should be. */
function faultOf(answer: unknown, codes: readonly string[]): string | undefined {
  const text = JSON.stringify(answer) ?? 'undefined';
  if (text.includes(MARKER)) return 'it echoes the input';
  const { error } = answer as { error?: Refusal['error'] };
  if (!error) return 'it is no refusal';
  if (!codes.includes(error.code)) return `it is refused with ${error.code}`;
  return inWords({ error }).error.message.length > 20 ? undefined : 'it says too little';
}

describe.each(EVERY_FUNCTION)('%s %s', (moduleKey, name) => {
  it('has a payload that it takes, without which nothing below would say anything', async () => {
    expect(payloadsAbout(PEOPLE.anna)).toHaveProperty(name);
    const { error } = (await ask(moduleKey, name, validFor(name))) as {
      error?: { code: string };
    };
    expect([undefined, 'NOT_FOUND', 'CONFLICT']).toContain(error?.code);
  });

  it('refuses whatever is no payload, echoes none of it and changes nothing', async () => {
    const before = app.stored();
    const takesNothing = Object.keys(payloadsAbout(PEOPLE.anna)[name]?.needs ?? {}).length === 0;
    const faults: string[] = [];
    for (const [what, payload] of Object.entries(takesNothing ? HOSTILE : { ...HOSTILE, ...NOTHING })) {
      const fault = faultOf(await ask(moduleKey, name, payload), ['INVALID']);
      if (fault) faults.push(`${what}: ${fault}`);
    }
    expect(faults).toEqual([]);
    expect(app.stored()).toEqual(before);
  });

  it('refuses each field with a wrong value, and any field more', async () => {
    const before = app.stored();
    const valid = validFor(name);
    const faults: string[] = [];
    for (const field of [
      ...Object.keys(valid),
      MARKER,
      'accountID',
      '__proto__',
      'constructor',
      'toString',
    ]) {
      for (const [what, wrong] of Object.entries(WRONG_VALUES)) {
        const payload = Object.assign(Object.create(null) as object, valid);
        Object.defineProperty(payload, field, { value: wrong, enumerable: true });
        const fault = faultOf(await ask(moduleKey, name, payload), ['INVALID']);
        if (fault) faults.push(`${field} ${what}: ${fault}`);
      }
    }
    expect(faults).toEqual([]);
    expect(app.stored()).toEqual(before);
  });
});

describe('A function that there is not', () => {
  const NAMES = [
    ...['constructor', 'toString', '__proto__', 'hasOwnProperty', 'valueOf', '__defineGetter__', 'prototype'],
    ...['', 'LOGTIME', 'logTime ', 'eraseEveryone', MARKER, MARKER.repeat(1000)],
    ...([null, undefined, 0, true, ['logTime'], { toString: null }, {}] as unknown as string[]),
  ];

  test.each(['privacy-panel', 'my-data', 'privacy-admin'])('is refused by %s', async (moduleKey) => {
    const before = app.stored();
    const faults: string[] = [];
    for (const name of NAMES) {
      const fault = faultOf(await ask(moduleKey, name, { [MARKER]: MARKER }), CODES);
      if (fault) faults.push(`${String(JSON.stringify(name)).slice(0, 30)}: ${fault}`);
    }
    expect(faults).toEqual([]);
    expect(app.stored()).toEqual(before);
  });

  it('is refused where only the other resolver has it', async () => {
    for (const name of ['listPeople', 'getAuditLog', 'erasePerson']) {
      await expect(ask('privacy-panel', name, {})).resolves.toMatchObject({ error: { code: 'NOT_FOUND' } });
    }
    await expect(ask('privacy-admin', 'logTime', {})).resolves.toMatchObject({
      error: { code: 'NOT_FOUND' },
    });
  });
});
