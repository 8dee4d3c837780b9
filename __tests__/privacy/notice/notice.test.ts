import { DATA_MAP } from '../../../src/data-map';
import { mapVersionOf, noticesOf } from '../../../src/privacy/notice/notice';
import type { Settings } from '../../../src/privacy/data-sets/settings';
import { fieldsOf, type DataMap, type DataSet } from '../../../src/storage/data-set';

const under = (settings: Settings) => ({ settings });
const STANDARD = under({ retentionDays: {} });
const ABOUT_PEOPLE = DATA_MAP.filter(({ about }) => about !== 'nobody');
/** A message that no data set has. */
const other = 'data.outside-profile';
const versionOf = (map: DataMap): string => noticesOf(map, STANDARD).version;

/** The data map with one data set put in another way. */
const mapWith = (changed: DataSet, name: string): DataMap =>
  DATA_MAP.map((set) => (set.name === name ? changed : set));

describe.each(ABOUT_PEOPLE.map((set) => [set.name, set] as const))(
  'What the notice says of %s',
  (name, set) => {
    const changes: Array<[string, DataSet]> = [
      ['what it is', { ...set, what: other }],
      ['why', { ...set, purpose: other }],
      ['the lawful basis', { ...set, usedFor: ['proof', 'totals'] }],
      ['for how long', { ...set, retention: { ...set.retention, words: other } }],
      ['what an erasure does', { ...set, erasure: { ...set.erasure, words: other } }],
      ['whether it is exported', { ...set, exported: !set.exported }],
      ...fieldsOf(set).map(([field, declared]): [string, DataSet] => [
        `the field ${field}`,
        {
          ...set,
          fields: { ...set.fields, [field]: { ...declared, what: other } },
        },
      ]),
    ];

    test.each(changes)('has a new version when %s changes', (_, changed) => {
      expect(versionOf(mapWith(changed, name))).not.toBe(versionOf(DATA_MAP));
      expect(mapVersionOf(mapWith(changed, name))).not.toBe(mapVersionOf(DATA_MAP));
    });
  },
);

describe('The notice', () => {
  it.each([
    [365, 'Stored for one year.'],
    [730, 'Stored for 2 years.'],
    [400, 'Stored for 400 days.'],
  ])('says of %i days that entries are %s', (days, words) => {
    const { dataSets } = noticesOf(DATA_MAP, under({ retentionDays: { 'time-entry': days } })).in('en');
    expect(dataSets.find(({ name }) => name === 'time-entry')?.retention).toContain(words);
  });

  it('names each legal basis that was chosen by its letter, purpose by purpose, and says where none was', () => {
    const settings: Settings = {
      retentionDays: {},
      bases: [
        { purpose: 'time-recording', basis: 'contract' },
        { purpose: 'requests', basis: 'legal-obligation' },
        { purpose: 'correction', basis: 'public-task' },
        { purpose: 'departures', basis: 'legitimate-interest' },
      ],
    };
    const bases = new Map(
      noticesOf(DATA_MAP, under(settings))
        .in('en')
        .dataSets.map(({ name, lawfulBasis }) => [name, lawfulBasis]),
    );
    expect(bases.get('day-totals')).toMatch(/Your own contract.*\(GDPR art\. 6\(1\)\(b\)\)\.$/);
    expect(bases.get('person')).toMatch(/A law.*6\(1\)\(c\)\)\.$/);
    expect(bases.get('cohort')).toMatch(/Legitimate interests.*6\(1\)\(f\)\)\.$/);
    const entries = bases.get('time-entry') ?? '';
    for (const letter of ['b', 'c', 'e']) expect(entries).toContain(`6(1)(${letter})`);
    expect(entries).toContain('legal duty: Your organisation has not chosen a legal basis yet.');
    expect(bases.get('receipt')).toMatch(/Your organisation has not chosen a legal basis yet\.$/);
  });

  it('has a new version with a data set more or less, and the same one for the same map', () => {
    const [first] = ABOUT_PEOPLE;
    expect(versionOf(DATA_MAP.filter((set) => set !== first))).not.toBe(versionOf(DATA_MAP));
    expect(versionOf([...DATA_MAP])).toBe(versionOf(DATA_MAP));
  });

  it('has a new version with another period', () => {
    const { version } = noticesOf(DATA_MAP, under({ retentionDays: { 'time-entry': 90 } })).in('en');
    expect(version).not.toBe(versionOf(DATA_MAP));
  });

  it('says the period that is in force, held within the limits of the data map', () => {
    const retentionOf = (days: number): string | undefined =>
      noticesOf(DATA_MAP, under({ retentionDays: { 'time-entry': days } }))
        .in('en')
        .dataSets.find(({ name }) => name === 'time-entry')?.retention;
    expect(retentionOf(90)).toContain('90 days');
    expect(retentionOf(1)).toContain('30 days');
    expect(retentionOf(36_500)).toContain('10 years');
  });
});
