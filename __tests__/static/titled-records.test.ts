import { titledRecords } from '../../static/shared/titled-records';

const titles = new Map([
  ['time-entry', 'Time entries'],
  ['person', 'Registration'],
]);

describe('counts under their titles', () => {
  it('stand in the order of the titles, in whatever order they were counted', () => {
    expect(titledRecords({ person: 1, 'time-entry': 12 }, titles)).toEqual([
      { name: 'time-entry', title: 'Time entries', count: 12 },
      { name: 'person', title: 'Registration', count: 1 },
    ]);
  });

  it('come last where there is no title, in the order in which they were counted', () => {
    const names = titledRecords({ other: 1, another: 2, person: 3 }, titles).map(({ title }) => title);
    expect(names).toEqual(['Registration', 'other', 'another']);
  });
});
