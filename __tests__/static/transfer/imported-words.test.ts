import { importedIn } from '../../../static/my-data/transfer/import-words';

describe('importedIn', () => {
  it('counts an entry of which the first answer was lost: it was not there when the file was chosen', () => {
    expect(importedIn({ imported: 3, present: 2, 'day-full': 1 })).toBe(5);
    expect(importedIn({})).toBe(0);
  });
});
