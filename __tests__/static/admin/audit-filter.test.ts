import { chosenIn, filterOf } from '../../../static/admin/audit/audit-filter';

const filterIn = (search: string) => filterOf(chosenIn(new URLSearchParams(search)), 'Europe/Berlin');

describe('What an address narrows the audit log down to', () => {
  it('has whole days of the viewer', () => {
    expect(filterIn('from=2026-03-02&to=2026-03-02&event=entries-viewed')).toEqual({
      since: '2026-03-01T23:00:00.000Z',
      until: '2026-03-02T23:00:00.000Z',
      event: 'entries-viewed',
    });
  });

  it.each(['from=2026-99-99', 'to=2026-99-99', 'to=soon', 'event=S3CRET', 'role=constructor', 'reason='])(
    'is nothing where it says %s',
    (search) => {
      expect(filterIn(search)).toEqual({});
    },
  );
});
