import fc from 'fast-check';
import type { PersonRow } from '../../../src/contract';
import { sortPeople } from '../../../static/admin/people/sort-people';

const person = (accountId: string, day: number): PersonRow => ({
  accountId,
  handle: 'a1',
  registeredAt: `2026-03-${String(day).padStart(2, '0')}T08:00:00.000Z`,
  restricted: false,
});
const people = [person('a', 3), person('b', 1), person('c', 2), person('d', 4)];
const names = new Map([
  ['a', 'Zoë 10'],
  ['b', 'Émile'],
  ['c', 'Zoë 9'],
]);
const idsBy = (by: 'name' | 'since', direction: 'ASC' | 'DESC') =>
  sortPeople(people, { by, direction }, (id) => names.get(id), 'fr')
    .map((row) => row.accountId)
    .join('');

describe('sorting people', () => {
  it('sorts by the moment since when people have data', () => {
    expect(idsBy('since', 'ASC')).toBe('bcad');
    expect(idsBy('since', 'DESC')).toBe('dacb');
  });

  it('sorts names as the language does, with numbers by value and the unnamed last both ways', () => {
    expect(idsBy('name', 'ASC')).toBe('bcad');
    expect(idsBy('name', 'DESC')).toBe('acbd');
  });

  it('neither loses nor doubles anybody, and leaves what it was given alone', () => {
    const rows = fc.uniqueArray(
      fc.record({ id: fc.string({ minLength: 1 }), day: fc.integer({ min: 1, max: 28 }) }),
      {
        selector: (row) => row.id,
      },
    );
    const orders = fc.constantFrom('name' as const, 'since' as const);
    fc.assert(
      fc.property(rows, orders, fc.constantFrom('ASC' as const, 'DESC' as const), (given, by, direction) => {
        const list = given.map(({ id, day }) => person(id, day));
        const before = [...list];
        const nameOf = (id: string) => (id.length % 2 === 0 ? id : undefined);
        const sorted = sortPeople(list, { by, direction }, nameOf, 'en');
        expect(list).toEqual(before);
        expect(new Set(sorted)).toEqual(new Set(list));
        expect(sorted).toHaveLength(list.length);
      }),
    );
  });
});
