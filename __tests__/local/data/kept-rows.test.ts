import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { keptRows } from '../../../local/data/kept-rows';
import type { StoredRow } from '../../../local/storage';

let folder: string;
let made: number;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'kept-rows-'));
  made = 0;
});

afterEach(() => rm(folder, { recursive: true, force: true }));

const row = (key: string, at = 1): StoredRow => ({
  store: 'entity',
  entityName: 'thing',
  key,
  value: { n: 1 },
  createdAt: at,
  updatedAt: at,
});

const make = (): Promise<StoredRow[]> => {
  made += 1;
  return Promise.resolve([row('made')]);
};

const asLoaded = { store: 'entity', entityName: 'thing', key: 'made', value: { n: 1 } };

describe('rows that were kept', () => {
  it('are given again for the same, whenever what was there before was written', async () => {
    expect(await keptRows(folder, ['app'])([row('before', 1)], make)).toEqual([asLoaded]);
    expect(await keptRows(folder, ['app'])([row('before', 2)], make)).toEqual([asLoaded]);
    expect(made).toBe(1);
  });

  it.each([
    ['they are made of something else', ['app 2'], [row('before')]],
    ['the same text is divided otherwise', ['a', 'pp'], [row('before')]],
    ['something else was there before', ['app'], [row('other')]],
  ])('are made anew when %s', async (_, madeOf, before) => {
    await keptRows(folder, ['app'])([row('before')], make);
    await keptRows(folder, madeOf)(before, make);
    expect(made).toBe(2);
    expect(await readdir(folder)).toHaveLength(1);
  });

  it('are made anew when their file is damaged', async () => {
    await keptRows(folder, ['app'])([], make);
    const [name = ''] = await readdir(folder);
    await writeFile(path.join(folder, name), '[{"store":');
    expect(await keptRows(folder, ['app'])([], make)).toEqual([asLoaded]);
    expect(made).toBe(2);
  });

  it('are not kept when they could not be made', async () => {
    const broken = (): Promise<StoredRow[]> => Promise.reject(new Error('refused'));
    await expect(keptRows(folder, ['app'])([], broken)).rejects.toThrow('refused');
    expect(await readdir(folder)).toEqual([]);
  });
});
