import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { at } from '../../scripts/lib/root.mjs';
import { isFresh, makeStamped } from '../../scripts/lib/stamp.mjs';

let folder: string;
let inputs: string;
let made: number;

const write = (name: string, text: string) => writeFileSync(path.join(folder, name), text);
const product = () => ({
  name: `test-${path.basename(folder)}`,
  inputs: [inputs],
  output: path.relative(at(), path.join(folder, 'made')),
  make: () => {
    made += 1;
    write('made', 'done');
    return Promise.resolve();
  },
});

beforeEach(() => {
  mkdirSync(at('.local/test'), { recursive: true });
  folder = mkdtempSync(at('.local/test/stamp-'));
  inputs = path.relative(at(), path.join(folder, 'source'));
  mkdirSync(at(inputs));
  write('source/a', 'one');
  made = 0;
});

afterEach(() => {
  rmSync(folder, { recursive: true });
  rmSync(at('.local/build/stamps', product().name), { force: true });
});

describe('a built product', () => {
  it('is stale until it was made, and fresh from then on', async () => {
    expect(await isFresh(product())).toBe(false);
    await makeStamped(product());
    expect(await isFresh(product())).toBe(true);
    expect(made).toBe(1);
  });

  it.each<[string, () => void]>([
    ['a source changes', () => write('source/a', 'two')],
    ['a source comes', () => write('source/b', '')],
    ['a source goes', () => rmSync(path.join(folder, 'source/a'))],
    ['a source is renamed', () => (rmSync(path.join(folder, 'source/a')), write('source/c', 'one'))],
    ['the product goes', () => rmSync(path.join(folder, 'made'))],
  ])('is stale when %s', async (_, change) => {
    await makeStamped(product());
    change();
    expect(await isFresh(product())).toBe(false);
  });

  it('stays stale when making it failed', async () => {
    await makeStamped(product());
    const broken = { ...product(), make: () => Promise.reject(new Error('no')) };
    await expect(makeStamped(broken)).rejects.toThrow('no');
    expect(await isFresh(product())).toBe(false);
  });

  it('is stale when a source changed while it was made', async () => {
    const slow = {
      ...product(),
      make: () =>
        product()
          .make()
          .then(() => write('source/a', 'late')),
    };
    await makeStamped(slow);
    expect(await isFresh(product())).toBe(false);
  });
});
