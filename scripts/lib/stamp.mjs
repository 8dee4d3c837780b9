import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { at } from './root.mjs';

const SKIPPED = new Set(['dist', 'node_modules']);

/**
 * @param {string} place file or folder
 * @returns {Promise<string[]>} its files, in an order that does not change
 */
async function filesIn(place) {
  if (!existsSync(place)) return [];
  if (!(await stat(place)).isDirectory()) return [place];
  const names = (await readdir(place)).filter((name) => !SKIPPED.has(name)).sort();
  return (await Promise.all(names.map((name) => filesIn(path.join(place, name))))).flat();
}

/**
 * @param {string[]} places files and folders from the root of the project
 * @returns {Promise<string>} digest of their names and contents
 */
export async function digestOf(places) {
  const hash = createHash('sha256');
  for (const file of (await Promise.all(places.map((place) => filesIn(at(place))))).flat()) {
    const content = await readFile(file);
    hash.update(`${path.relative(at(), file)}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

/**
 * @typedef {object} Product
 * @property {string} name
 * @property {string[]} inputs files and folders it is made of
 * @property {string} output the file that is there when it was made
 * @property {() => Promise<void>} make
 */

/** @param {Product} product */
const stampFile = ({ name }) => at('.local/build/stamps', name);

/**
 * Was it made from what its inputs hold now?
 * @param {Product} product
 */
export async function isFresh(product) {
  if (!existsSync(at(product.output)) || !existsSync(stampFile(product))) return false;
  return (await readFile(stampFile(product), 'utf8')) === (await digestOf(product.inputs));
}

/**
 * Makes it and notes from what; inputs are read before, so that a change meanwhile makes it stale.
 * @param {Product} product
 */
export async function makeStamped(product) {
  const digest = await digestOf(product.inputs);
  await rm(stampFile(product), { force: true });
  await product.make();
  await mkdir(path.dirname(stampFile(product)), { recursive: true });
  await writeFile(stampFile(product), digest);
}
