import { measuresOfAll } from '../../../static/admin/processing/measures-of-all';

describe('security measures', () => {
  const activity = (securityMeasures: string[]) => ({
    name: 'One',
    purpose: '',
    lawfulBasis: '',
    dataSubjects: '',
    categories: [],
    retention: [],
    securityMeasures,
  });

  it('stand once where every activity has the same', () => {
    expect(measuresOfAll([activity(['a', 'b']), activity(['a', 'b'])])).toEqual(['a', 'b']);
  });

  it.each([
    ['differ', [activity(['a']), activity(['a', 'b'])]],
    ['are missing', [activity([]), activity([])]],
    ['have no activity', []],
  ])('stand nowhere else where they %s', (_case, activities) => {
    expect(measuresOfAll(activities)).toBeUndefined();
  });
});
