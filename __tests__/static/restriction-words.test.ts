import type { Restriction } from '../../src/contract';
import {
  keepWords,
  liftWords,
  restrictionWords as toAdministrators,
  reviewWords,
} from '../../static/admin/person/restriction-words';
import { ownSince, restrictionWords as toThePerson } from '../../static/my-data/overview/restriction-words';
import { printed } from '../setup/printed';

const viewer = { locale: 'en-GB', timeZone: 'Europe/Zurich' };
const since = '2026-03-02T09:00:00.000Z';
const own = '2026-02-27T09:00:00.000Z';
const liftableFrom = '2026-03-11T09:00:00.000Z';

it.each<[Restriction, RegExp, RegExp]>([
  [{ by: 'person', since }, printed(/since 2 Mar 2026, by you\./), /by the person\..* told a week before/],
  [{ by: 'administrator', since }, /by an administrator\..* has to lift it/, /by an administrator\./],
  [
    { by: 'webhook', since },
    /a system of your organisation.* has to lift it/,
    /still deletes records when their retention period ends.* and then “Store until the restriction is lifted”/,
  ],
])('what %j is called says who restricts', (restriction, person, administrators) => {
  expect(toThePerson(restriction, viewer)).toMatch(person);
  expect(toAdministrators(restriction, viewer)).toMatch(administrators);
});

it('both restrictions are named to both', () => {
  const both: Restriction = { by: 'administrator', since, own };
  expect(toThePerson(both, viewer)).toMatch(
    printed(/by an administrator\..*You restrict it too, since 27 Feb 2026/),
  );
  expect(toAdministrators(both, viewer)).toMatch(printed(/The person restricts it too, since 27 Feb 2026/));
  expect(ownSince(both)).toBe(own);
});

it('what the person restricts is kept, whatever somebody said', () => {
  expect(toAdministrators({ by: 'webhook', since, own }, viewer)).not.toContain('still deletes');
  expect(toThePerson({ by: 'webhook', since, own }, viewer)).toContain('no record expires');
});

it('the person reads from when theirs may be lifted, and administrators what their button does', () => {
  const told: Restriction = { by: 'person', since, liftableFrom };
  expect(toThePerson(told, viewer)).toContain(printed('on or after 11 Mar 2026'));
  expect(toAdministrators(told, viewer)).toContain(printed('on or after 11 Mar 2026'));
  expect(liftWords({ by: 'person', since }, 'security')).toMatch(/^Tell the person/);
  for (const [restriction, reason] of [
    [told, 'support'],
    [{ by: 'person', since }, 'person-asked'],
    [{ by: 'administrator', since, own }, 'support'],
  ] as const) {
    expect(liftWords(restriction, reason)).toBe('Lift the restriction');
  }
  expect(Object.keys(keepWords)).not.toContain('administrator');
});

describe('A restriction for a legal duty', () => {
  const days = { first: '2026-03-03', standard: '2026-09-02', last: '2027-03-02' };
  const holding = (hold: Restriction['hold'] & {}): Restriction => ({ by: 'administrator', since, hold });

  it.each([
    [
      { reviewOn: '2026-03-03' },
      printed(/review is due on 3 Mar 2026\..* not end automatically/),
      printed(/review that by 3 Mar 2026\./),
    ],
    [
      { reviewOn: '2026-03-02' },
      printed(/due since 2 Mar 2026\..* not end automatically/),
      printed(/review that by 2 Mar 2026\./),
    ],
    [{}, /due now\..* not end automatically/, /review that now\./],
  ])('with the day %j says when it is reviewed, and that this ends nothing', (hold, admins, person) => {
    expect(reviewWords(holding(hold), days, viewer)).toMatch(admins);
    expect(toThePerson(holding(hold), viewer)).toMatch(person);
    expect(toThePerson(holding(hold), viewer)).toContain('does not end automatically');
  });

  it('alone is reviewed', () => {
    expect(reviewWords({ by: 'administrator', since }, days, viewer)).toBeUndefined();
    expect(reviewWords(undefined, days, viewer)).toBeUndefined();
    expect(toThePerson({ by: 'administrator', since }, viewer)).not.toContain('review');
  });
});
