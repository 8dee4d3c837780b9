#!/usr/bin/env node
/**
 * Checks the receipt of a deletion without the app and without a network: `node tools/check-receipt.mjs receipt.json`,
 * and with the chain that an administrator saved: `node tools/check-receipt.mjs receipt.json receipt-chain.json`.
 * Needs nothing but Node 18 or newer. Ends with 0 where all fits, 1 where something does not, 2 where it cannot read.
 * How the digests are made: docs/receipts.md.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import process from 'node:process';

const FORMATS = { receipt: 'privacy-center-receipt', chain: 'privacy-center-receipt-chain' };
const BEGINNING = '0'.repeat(64);
const CONTENT = ['number', 'askedBy', 'askedAt', 'decidedAt', 'doneAt', 'mapVersion', 'receiptHash'];
/** Missing where no request was approved, and where no browser made a code. */
const OPTIONAL = ['decidedAt', 'receiptHash'];
const TEXTS = [...CONTENT, 'previous', 'digest'];

const sha256 = (text) => createHash('sha256').update(text, 'utf8').digest('hex');
const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The code as it is meant: in capitals, without groups, with look-alike letters read as digits. */
const bareCode = (code) =>
  code
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/[IL]/g, '1')
    .replaceAll('O', '0');

/** The parts of a link that are counts by data set. `missed` is there where fewer records were found than counted. */
const COUNTS = ['erased', 'missed'];
const countsOf = (link) => COUNTS.filter((name) => name !== 'missed' || Object.hasOwn(link, name));

/** The parts of a link that are texts; one whose erasure no browser asked for has no hash of a code. */
const textsOf = (link) => TEXTS.filter((name) => !OPTIONAL.includes(name) || Object.hasOwn(link, name));

/** The digest of a link: over the one before, then a name and a value on each line. */
function digestOf(link) {
  const texts = CONTENT.filter((name) => textsOf(link).includes(name)).map((name) => `${name} ${link[name]}`);
  const counts = countsOf(link).flatMap((name) =>
    Object.entries(link[name])
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([dataSet, records]) => `${name} ${dataSet} ${records}`),
  );
  return sha256([link.previous, ...texts, ...counts].join('\n'));
}

/** Whether it has every part of a link, each of its own kind: a line break inside one could pass for another part. */
function isLink(value) {
  if (!isObject(value)) return false;
  const texts = textsOf(value);
  const counts = countsOf(value);
  return (
    Object.keys(value).length === texts.length + counts.length &&
    texts.every((name) => typeof value[name] === 'string' && /^[\w.:-]+$/.test(value[name])) &&
    counts.every((name) => isObject(value[name]) && Object.entries(value[name]).every(isCount))
  );
}

const isCount = ([name, count]) => /^[a-z-]+$/.test(name) && Number.isInteger(count) && count >= 0;

/** What does not fit in a receipt by itself, a sentence each; empty is good. */
function faultsOfReceipt(file) {
  const hasCode = isObject(file) && Object.hasOwn(file, 'code');
  if (!isObject(file) || file.format !== FORMATS.receipt || (hasCode && typeof file.code !== 'string')) {
    return ['This is not a receipt of Privacy Center.'];
  }
  if (!isLink(file.receipt)) return ['A part of the receipt is missing, or there is one too many.'];
  const faults = [];
  if (hasCode && sha256(sha256(bareCode(file.code))) !== file.receipt.receiptHash) {
    faults.push('The code does not belong to this receipt.');
  }
  if (digestOf(file.receipt) !== file.receipt.digest) {
    faults.push('The receipt was changed: its digest does not fit what it says.');
  }
  return faults;
}

/** What does not fit in a chain by itself. Its first link may follow on links that were deleted for their age. */
function faultsOfChain(file) {
  if (
    !isObject(file) ||
    file.format !== FORMATS.chain ||
    !Array.isArray(file.links) ||
    !isObject(file.head)
  ) {
    return ['This is not a chain of receipts of Privacy Center.'];
  }
  if (!file.links.every(isLink)) return ['A part of a receipt in the chain is missing, or one is too many.'];
  const faults = file.links.flatMap((link, at) => faultsOfPlace(link, file.links[at - 1]));
  const last = file.links.at(-1);
  if (last && (Number(last.number) !== file.head.length || last.digest !== file.head.digest)) {
    faults.push('The end of the chain does not fit its last receipt.');
  }
  return faults;
}

function faultsOfPlace(link, before) {
  const faults = [];
  if (digestOf(link) !== link.digest) faults.push(`Receipt ${link.number} of the chain was changed.`);
  const isFirst = before === undefined && link.number === '1';
  if (isFirst && link.previous !== BEGINNING) faults.push('The chain does not begin as it should.');
  if (!before) return faults;
  if (Number(link.number) !== Number(before.number) + 1) {
    faults.push(`Before receipt ${link.number} of the chain one is missing.`);
  } else if (link.previous !== before.digest) {
    faults.push(`Receipt ${link.number} of the chain does not follow on the one before.`);
  }
  return faults;
}

/** Whether the chain holds the receipt as it is. */
function faultsOfPair(receipt, chain) {
  const found = chain.links.find(({ number }) => number === receipt.number);
  if (!found) return ['The chain does not hold this receipt: it was deleted for its age, or never there.'];
  const same = TEXTS.every((name) => found[name] === receipt[name]) && digestOf(found) === digestOf(receipt);
  return same ? [] : ['The chain holds another receipt under this number.'];
}

function read(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    say(`We could not read ${path}. Give a file that the app saved.`);
    return process.exit(2);
  }
}

const say = (line) => process.stdout.write(`${line}\n`);

function describe({ number, askedBy, askedAt, decidedAt, doneAt, mapVersion, erased, missed = {} }) {
  const approved = decidedAt === undefined ? '' : ` approved on ${decidedAt},`;
  say(`Receipt ${number}: asked for by ${askedBy} on ${askedAt},${approved} done on ${doneAt}.`);
  say(`Data map ${mapVersion}. Records deleted:`);
  for (const [name, count] of Object.entries(erased)) say(`  ${name}: ${count}`);
  if (Object.keys(missed).length > 0) say('Records that were counted before and never found:');
  for (const [name, count] of Object.entries(missed)) say(`  ${name}: ${count}`);
}

function main([receiptPath, chainPath, ...rest]) {
  if (receiptPath === undefined || rest.length > 0) {
    say('Usage: node tools/check-receipt.mjs receipt.json [receipt-chain.json]');
    return 2;
  }
  const file = read(receiptPath);
  const chain = chainPath === undefined ? undefined : read(chainPath);
  const faults = [...faultsOfReceipt(file), ...(chain === undefined ? [] : faultsOfChain(chain))];
  if (faults.length === 0 && chain !== undefined) faults.push(...faultsOfPair(file.receipt, chain));
  faults.forEach(say);
  if (faults.length > 0) return 1;
  describe(file.receipt);
  const fits = Object.hasOwn(file, 'code') ? 'Code and digest fit' : 'The digest fits; the file has no code';
  say(
    chain === undefined
      ? `${fits}. Whether the app holds it too: check it in the app, or with the chain.`
      : `${fits}, and so does the chain.`,
  );
  return 0;
}

process.exitCode = main(process.argv.slice(2));
