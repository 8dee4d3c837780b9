import * as fc from 'fast-check';
import { readAnswer } from '../../src/atlassian/report-accounts';

const ASKED = new Set(['anna', 'ben', 'chloe']);
const said = (accounts: unknown) => readAnswer(JSON.stringify({ accounts }), ASKED);

describe('The body of an answer', () => {
  test('is read for the accounts that were asked', () => {
    expect(
      said([
        { accountId: 'anna', status: 'closed' },
        { accountId: 'ben', status: 'updated' },
      ]),
    ).toEqual({ closed: ['anna'], updated: ['ben'], notUnderstood: 0 });
    expect(said([])).toEqual({ closed: [], updated: [], notUnderstood: 0 });
  });

  test.each<[string, unknown[], number]>([
    ['an account that was not asked', [{ accountId: 'mallory', status: 'closed' }], 1],
    ['an unknown status', [{ accountId: 'anna', status: 'suspended' }], 1],
    ['a status in other letters', [{ accountId: 'anna', status: 'CLOSED' }], 1],
    ['wrong types', [{ accountId: 7, status: 'closed' }, 'closed', null, [], 1, { accountId: ['anna'] }], 6],
    ['a prototype', [{ ['__proto__']: { accountId: 'anna', status: 'closed' } }], 1],
    ['an account in other letters', [{ accountId: 'ANNA', status: 'closed' }], 1],
  ])('passes over %s', (_, accounts, notUnderstood) => {
    expect(said([...accounts, { accountId: 'ben', status: 'closed' }])).toEqual({
      closed: ['ben'],
      updated: [],
      notUnderstood,
    });
  });

  test('names an account once, and of two statements takes the one that must not be lost', () => {
    const twice = [
      { accountId: 'anna', status: 'closed' },
      { accountId: 'anna', status: 'closed' },
      { accountId: 'anna', status: 'updated' },
      { accountId: 'ben', status: 'updated' },
      { accountId: 'ben', status: 'updated' },
    ];
    expect(said(twice)).toEqual({ closed: ['anna'], updated: ['ben'], notUnderstood: 0 });
  });

  test.each(['', 'null', '[]', '{}', '{"accounts":{}}', '{"accounts":null}', '<html>', '{"accounts":[', '7'])(
    'says nothing where it is %j',
    (body) => {
      expect(readAnswer(body, ASKED)).toBeUndefined();
    },
  );

  test('never gives an account that was not asked, whatever it holds', () => {
    const account = fc.oneof(
      fc.anything(),
      fc.record({
        accountId: fc.oneof(fc.constantFrom('anna', 'ben', 'eve', 'toString', '__proto__'), fc.string()),
        status: fc.oneof(fc.constantFrom('closed', 'updated', 'constructor'), fc.string()),
      }),
    );
    fc.assert(
      fc.property(fc.array(account), (accounts) => {
        const answer = said(accounts);
        const named = [...(answer?.closed ?? []), ...(answer?.updated ?? [])];
        expect(named.every((accountId) => ASKED.has(accountId))).toBe(true);
        expect(new Set(named).size).toBe(named.length);
      }),
    );
  });
});
