import fc from 'fast-check';
import type { PersonRow } from '../../../src/contract';
import { outcomeWords } from '../../../static/admin/people/search-words';
import { accountIn, searchPeople, type Names } from '../../../static/admin/people/search-people';
import type { Found } from '../../../static/shared/look-up';
import type { Person } from '../../../static/shared/people';
import { runCount } from '../../setup/run-count';

jest.mock('@forge/bridge', () => ({ invoke: jest.fn(), requestJira: jest.fn() }));

const row = (accountId: string): PersonRow => ({
  accountId,
  handle: 'a1',
  registeredAt: '2026-03-02T08:00:00.000Z',
  restricted: false,
});
const known = (name: string, active = true) => ({ state: 'known', value: { name, active } }) as const;
const service = '557058:aaaaaaaa-0000-4000-8000-000000000001';
const names: Names = new Map<string, Found<Person>>([
  ['5be24ad8b1653240376955d2', known('Émile Żak')],
  ['5be24ad8b1653240376955d3', known('Bo Keller', false)],
  [service, known('svc-jenkins-deploy-01', false)],
  ['5be24ad8b1653240376955d4', { state: 'unknown' } as const],
  ['5be24ad8b1653240376955d5', { state: 'unavailable' } as const],
]);
const people = [...[...names.keys()].map(row), row('5be24ad8b1653240376955d6')];
const found = (typed: string) => searchPeople(people, names, typed).people.map(({ accountId }) => accountId);

describe('searching for people', () => {
  it.each(['emile', 'ŻAK', 'zak emile', ' Émile  Ż '])('finds a name by what is typed of it: %s', (typed) => {
    expect(found(typed)).toEqual(['5be24ad8b1653240376955d2']);
  });

  it('finds who is deactivated by name', () => {
    expect(found('keller')).toEqual(['5be24ad8b1653240376955d3']);
  });

  it('takes a name that reads like an account ID for a name', () => {
    expect(found('svc-jenkins-deploy-01')).toEqual([service]);
  });

  it('finds an account ID by a part of it, and takes a few letters for no part', () => {
    expect(found('76955d6')).toEqual(['5be24ad8b1653240376955d6']);
    expect(found('55d6')).toEqual([]);
  });

  it('counts apart whom it could not look at', () => {
    expect(searchPeople(people, names, 'Nobody')).toEqual({
      people: [],
      looked: 6,
      nameless: 1,
      unanswered: 2,
    });
  });

  it('finds everybody by the whole of their name, and nobody by what no name has', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string({ minLength: 1 }), { maxLength: 8 }), (given) => {
        const called = new Map(given.map((name, at) => [`id-${at}`, known(name)]));
        const all = [...called.keys()].map(row);
        for (const [id, { value }] of called) {
          if (value.name.trim() === '' || value.name.normalize('NFD').replace(/\p{M}/gu, '').trim() === '')
            continue;
          expect(searchPeople(all, called, value.name).people.map(({ accountId }) => accountId)).toContain(
            id,
          );
        }
      }),
      { numRuns: runCount(50, 1000) },
    );
  });
});

describe('what may be an account ID', () => {
  it.each([
    '5be24ad8b1653240376955d2',
    '557058:1a2b3c4d-0000-4000-8000-000000000002',
    'qm:1a2b3c4d-0000-4000-8000-000000000005:6f2e',
    '  5be24ad8b1653240376955d2 ',
  ])('is one that the app can be asked for: %s', (typed) => {
    expect(accountIn(typed)).toBe(typed.trim());
  });

  it.each(['Keller', 'Ada Keller', 'Jean-Baptiste-Emmanuel', '李雷', 'a'.repeat(200)])('not: %s', (typed) => {
    expect(accountIn(typed)).toBeUndefined();
  });
});

describe('the outcome in words', () => {
  const nothing = { people: [], looked: 34, nameless: 0, unanswered: 0 };

  it('says nothing is kept only of an account ID that the app was asked for', () => {
    expect(outcomeWords(nothing, undefined)).toEqual(['Not found among 34 people with data.']);
    expect(outcomeWords(nothing, 'asking').join()).not.toContain('nothing is stored');
    expect(outcomeWords(nothing, 'no-answer').join()).not.toContain('nothing is stored');
    expect(outcomeWords(nothing, 'nothing').join()).toContain('nothing is stored under it');
  });

  it('says how many have no name to be found by', () => {
    expect(outcomeWords({ ...nothing, nameless: 2 }, undefined)).toHaveLength(2);
  });
});
