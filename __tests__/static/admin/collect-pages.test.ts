import { collectPages } from '../../../static/admin/collect-pages';

jest.mock('@forge/bridge', () => ({ invoke: jest.fn() }));

interface Row {
  id: string;
  beingErased?: true;
}

test('A row that is on two pages, because it changed while they were read, is collected once, as it stands since', async () => {
  const pages = new Map<string | undefined, { rows: Row[]; next?: string }>([
    [undefined, { rows: [{ id: 'anna' }, { id: 'ben' }], next: 'ben' }],
    ['ben', { rows: [{ id: 'anna', beingErased: true }, { id: 'chloe' }] }],
  ]);
  const counts: number[] = [];
  const all = await collectPages(
    async (after) => pages.get(after) ?? { rows: [] },
    ({ rows }) => rows,
    ({ id }) => id,
    (count) => counts.push(count),
  );
  expect(all).toEqual([{ id: 'anna', beingErased: true }, { id: 'ben' }, { id: 'chloe' }]);
  expect(counts).toEqual([2, 3]);
});
