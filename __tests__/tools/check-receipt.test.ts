import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Receipt } from '../../src/contract';
import { linkDigest } from '../../src/privacy/erasure/receipts';
import { BARE_CODE, CODE, erasedPeople } from '../behaviour/receipt-files';
import { PEOPLE } from '../setup/test-site';
import { useForge } from '../setup/use-forge';

const SCRIPT = path.join(__dirname, '..', '..', 'tools', 'check-receipt.mjs');
const OTHER = 'c'.repeat(64);

const app = useForge();
let folder: string;
let receipts: Array<{ code: string; receipt: Receipt }>;

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'receipts-'));
  receipts = await erasedPeople(app, [PEOPLE.anna, PEOPLE.ben, PEOPLE.chloe]);
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Runs the script on files with these contents, as whoever holds a receipt does. */
function check(...contents: unknown[]): { status: number | null; said: string } {
  const files = contents.map((content, at) => {
    const file = path.join(folder, `file-${at}.json`);
    writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
    return file;
  });
  const { status, stdout, stderr } = spawnSync(process.execPath, [SCRIPT, ...files], { encoding: 'utf8' });
  return { status, said: stdout + stderr };
}

function receiptFile(at = 1, change: object = {}): object {
  const { code, receipt } = receipts[at] ?? {};
  return { format: 'privacy-center-receipt', version: 1, code, receipt: { ...receipt, ...change } };
}

async function chainFile(): Promise<{ format: string; links: Receipt[]; head: object }> {
  const { links, head } = await app.person(PEOPLE.admin).admin('getReceiptChain', {});
  return { format: 'privacy-center-receipt-chain', links, head };
}

/** Each part of a receipt with a value that it does not have. */
const CHANGES: Record<keyof Receipt, unknown> = {
  number: '3',
  askedBy: 'atlassian',
  askedAt: '2026-01-01T00:00:00.000Z',
  decidedAt: '2026-01-01T00:00:00.000Z',
  doneAt: '2026-01-01T00:00:00.000Z',
  mapVersion: '0'.repeat(16),
  erased: { 'time-entry': 2 },
  missed: { 'time-entry': 1 },
  receiptHash: OTHER,
  previous: OTHER,
  digest: OTHER,
};

test('a receipt as the app gave it fits, alone and with the chain', async () => {
  expect(check(receiptFile())).toMatchObject({ status: 0 });
  const { status, said } = check(receiptFile(), await chainFile());
  expect(said).toContain('so does the chain');
  expect(said).toContain('time-entry: 1');
  expect(status).toBe(0);
});

test('a receipt of an erasure that did not find all it had counted says so, and fits', () => {
  const { receipt } = receipts[0] ?? {};
  if (!receipt) throw new Error('there is a receipt');
  const missing = { ...receipt, missed: { 'time-entry': 2, 'day-totals': 1 } };
  const { status, said } = check(
    receiptFile(0, { ...missing, digest: linkDigest(receipt.previous, missing) }),
  );
  expect(said).toMatch(/counted before and never found:\n {2}time-entry: 2\n {2}day-totals: 1/);
  expect(status).toBe(0);
  expect(check(receiptFile(0, { missed: ['time-entry 2'] }))).toMatchObject({ status: 1 });
});

test('the code may be written without dashes, in small letters, with look-alikes', () => {
  const [first] = receipts;
  const bare = BARE_CODE.toLowerCase().replace(/ab$/, 'ao');
  expect(first?.code).toBe(CODE.replace(/AB$/, 'A0'));
  expect(check({ ...receiptFile(0), code: ` ${bare} ` })).toMatchObject({ status: 0 });
});

test('a receipt of which any part was changed does not fit', () => {
  for (const [name, value] of Object.entries(CHANGES)) {
    expect({ name, ...check(receiptFile(1, { [name]: value })) }).toMatchObject({ name, status: 1 });
  }
});

test('another code, a part missing and a part too many do not fit', () => {
  expect(check({ ...receiptFile(), code: CODE })).toMatchObject({ status: 1 });
  expect(check(receiptFile(1, { doneAt: undefined }))).toMatchObject({ status: 1 });
  expect(check(receiptFile(1, { note: 'more' }))).toMatchObject({ status: 1 });
  expect(check(receiptFile(1, { doneAt: 'x\nerased time-entry 2' }))).toMatchObject({ status: 1 });
});

test('a line break inside a part does not pass for another part, though the digest is the same', () => {
  const { receiptHash, mapVersion, erased, ...rest } = receipts[1]?.receipt ?? ({} as Receipt);
  const [[name, count], ...others] = Object.entries(erased).sort() as [[string, number]];
  const lines = `${mapVersion}\nreceiptHash ${receiptHash}\nerased ${name} ${count}`;
  const hidden = { ...rest, mapVersion: lines, erased: Object.fromEntries(others) };
  expect(linkDigest(hidden.previous, hidden)).toBe(hidden.digest);
  const file = { format: 'privacy-center-receipt', version: 1, receipt: hidden };
  expect(check(file)).toMatchObject({ status: 1, said: expect.stringContaining('missing') });
});

test('a receipt without a code fits by its digest, and with the chain; changed, it does not', async () => {
  await app.person(PEOPLE.noData).log('2026-02-27');
  await app.forge.jira.closeAccount(PEOPLE.noData);
  await app.forge.clock.advance(30 * 86_400_000);
  const chain = await chainFile();
  const receipt = chain.links.find(({ askedBy }) => askedBy === 'atlassian');
  expect(receipt).toMatchObject({ number: '4' });
  expect(receipt).not.toHaveProperty('receiptHash');
  const file = { format: 'privacy-center-receipt', version: 1, receipt };
  expect(check(file)).toMatchObject({ status: 0, said: expect.stringContaining('no code') });
  expect(check(file, chain)).toMatchObject({ status: 0, said: expect.stringContaining('so does the chain') });
  expect(check({ ...file, code: CODE })).toMatchObject({ status: 1 });
  for (const [name, value] of Object.entries({ ...CHANGES, askedBy: 'person' })) {
    const changed = { ...file, receipt: { ...receipt, [name]: value } };
    expect({ name, ...check(changed, chain) }).toMatchObject({ name, status: 1 });
  }
});

test('what is no receipt is said, and what cannot be read ends otherwise', () => {
  for (const content of [{}, [], 'null', '"text"', { format: 'privacy-center-receipt' }]) {
    expect(check(content)).toMatchObject({ status: 1 });
  }
  expect(check('{')).toMatchObject({ status: 2, said: expect.stringContaining('could not read') });
  expect(check()).toMatchObject({ status: 2, said: expect.stringContaining('Usage') });
});

test('a chain in which any part of any receipt was changed does not fit', async () => {
  const chain = await chainFile();
  for (const [name, value] of Object.entries(CHANGES)) {
    const links = chain.links.map((link, at) => (at === 0 ? { ...link, [name]: value } : link));
    expect({ name, ...check(receiptFile(), { ...chain, links }) }).toMatchObject({ name, status: 1 });
  }
});

test('a chain from which a receipt was taken, or that ends too early, does not fit', async () => {
  const chain = await chainFile();
  const gap = chain.links.filter(({ number }) => number !== '2');
  expect(check(receiptFile(0), { ...chain, links: gap }).said).toContain('one is missing');
  expect(check(receiptFile(0), { ...chain, links: chain.links.slice(0, 2) }).status).toBe(1);
  expect(check(receiptFile(0), { ...chain, head: { length: 3, digest: OTHER } }).status).toBe(1);
});

test('a chain whose oldest receipts were pruned fits; their receipts are told to be gone', async () => {
  const chain = await chainFile();
  const pruned = { ...chain, links: chain.links.slice(1) };
  expect(check(receiptFile(1), pruned)).toMatchObject({ status: 0 });
  expect(check(receiptFile(0), pruned)).toMatchObject({ status: 1 });
});

test('a receipt made up anew, with a digest of its own, is found out by the chain', async () => {
  const { receipt } = receipts[1] ?? {};
  if (!receipt) throw new Error('there is no receipt');
  const forged = { ...receipt, erased: { 'time-entry': 500 } };
  const file = receiptFile(1, { ...forged, digest: linkDigest(forged.previous, forged) });
  expect(check(file)).toMatchObject({ status: 0 });
  expect(check(file, await chainFile())).toMatchObject({ status: 1 });
});
