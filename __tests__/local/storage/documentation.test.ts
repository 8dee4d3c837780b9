import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openStore } from './open-store';

const PAGE = readFileSync(join(__dirname, '../../../docs/local-forge/storage.md'), 'utf8');

test('every switch is on the page, with the word it starts with', async () => {
  const { storage } = await openStore();
  const words = Object.entries(storage.settings).flat();
  const expected = words
    .filter((word): word is string => typeof word === 'string')
    .map((word) => `\`${word}\``);
  expect(expected.filter((word) => !PAGE.includes(word))).toEqual([]);
  expect(expected.length).toBeGreaterThan(10);
});
