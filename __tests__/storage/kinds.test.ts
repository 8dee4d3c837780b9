import type { Kind } from '../../src/storage/data-set';
import { isOf } from '../../src/storage/kinds';

const NAMES = new Set(['time-entry', 'person']);
const UUID = '1a2b3c4d-0000-4000-8000-000000000002';
const HEX_64 = 'a1'.repeat(32);

interface Edges {
  kind: Kind;
  taken: unknown[];
  refused: unknown[];
}

/** Never of any kind of text. */
const NO_TEXT = [undefined, null, 0, 1, true, {}, [], Symbol('x'), Object('5b10a2844c20165700ede21b'), ''];

const TEXTS: Record<string, Edges> = {
  'account-id': {
    kind: { kind: 'account-id' },
    taken: [
      '5b10a2844c20165700ede21b',
      `557058:${UUID}`,
      `712020:${UUID}`,
      `qm:${UUID}:6f2e`,
      'a',
      'a'.repeat(128),
      'unknown1',
      'not-unidentified',
    ],
    refused: [
      ...['unknown', 'unidentified', 'UNKNOWN', 'Unidentified', 'a'.repeat(129), 'anna arber', 'a@b.example'],
      ...['5b10a2844c20165700ede21b\n', ' 5b10a2844c20165700ede21b', 'a#b', 'a_b', 'a/b', 'ä', '５b10'],
    ],
  },
  'jira-id': {
    kind: { kind: 'jira-id' },
    taken: ['1', '20001', '9'.repeat(19)],
    refused: ['0', '01', '-1', '1.0', '1e3', ' 1', '1\n', '9'.repeat(20), 'OPEN-1', '١'],
  },
  day: {
    kind: { kind: 'day' },
    taken: ['2026-03-02', '2024-02-29', '2000-02-29', '1999-12-31', '9999-12-31', '1000-01-01'],
    refused: [
      ...['2026-02-29', '1900-02-29', '2026-02-30', '2026-02-31', '2026-04-31', '2026-13-01', '2026-00-10'],
      ...[
        '2026-01-00',
        '2026-01-32',
        '2026-1-1',
        '26-01-01',
        '2026-03-02T00:00',
        '2026/03/02',
        '+002026-03-02',
      ],
      ...['0000-01-01', '0999-12-31', '10000-01-01', '2026-03-02\n', 'today'],
    ],
  },
  instant: {
    kind: { kind: 'instant' },
    taken: ['2026-03-02T09:00:00.000Z', '2024-02-29T23:59:59.999Z', '0000-01-01T00:00:00.000Z'],
    refused: [
      ...['2026-03-02T09:00:00Z', '2026-03-02T09:00:00.0000Z', '2026-03-02T09:00:00.000+00:00', '2026-03-02'],
      ...['2026-03-02 09:00:00.000Z', '2026-03-02T24:00:00.000Z', '2026-03-02T09:60:00.000Z'],
      ...['2026-02-30T09:00:00.000Z', '2026-02-31T09:00:00.000Z', '2026-13-01T09:00:00.000Z', 'now'],
      '2026-03-02T23:59:60.000Z',
    ],
  },
  'integer-text': {
    kind: { kind: 'integer-text' },
    taken: ['1', '2026', '9999999999'],
    refused: ['0', '01', '-1', '+1', '1.5', '10000000000', '1 '],
  },
  'one-of': {
    kind: { kind: 'one-of', values: ['person', 'administrator'] },
    taken: ['person', 'administrator'],
    refused: ['Person', 'person ', 'constructor', '0', 'nobody'],
  },
  'record-id': {
    kind: { kind: 'record-id' },
    taken: [HEX_64.slice(0, 32), '0'.repeat(32)],
    refused: [
      ...[HEX_64, HEX_64.slice(0, 31), HEX_64.slice(0, 24), HEX_64.slice(0, 32).toUpperCase(), UUID],
      ...['5b10a2844c20165700ede21b', `557058:${UUID}`, 'g'.repeat(32), `${HEX_64.slice(0, 32)}\n`],
    ],
  },
  'published-text': {
    kind: { kind: 'published-text', most: 12 },
    taken: ['c', 'c0nA-_'],
    refused: ['', 'Anna Smith', 'a@b.example', 'abcdefghijklm', 'abc\n', 'ab=='],
  },
  digest: {
    kind: { kind: 'digest' },
    taken: [HEX_64, HEX_64.slice(0, 16)],
    refused: [HEX_64.slice(0, 15), HEX_64.slice(0, 63), `${HEX_64}a`, HEX_64.toUpperCase(), 'g'.repeat(64)],
  },
  token: {
    kind: { kind: 'token' },
    taken: [UUID, 'a'.repeat(16), 'Z9-'.repeat(16), 'a'.repeat(64)],
    refused: ['a'.repeat(15), 'a'.repeat(65), `${UUID}#`, 'hello dear reader', 'a_'.repeat(10), `${UUID}\n`],
  },
  'data-set': {
    kind: { kind: 'data-set' },
    taken: ['time-entry', 'person'],
    refused: ['nothing', 'toString', '__proto__', 'TIME-ENTRY'],
  },
  joined: {
    kind: { kind: 'joined', of: [{ kind: 'day' }, { kind: 'token' }] },
    taken: [`2026-03-02#${UUID}`],
    refused: ['2026-03-02', `2026-03-02#${UUID}#`, `#${UUID}`, `${UUID}#2026-03-02`, `2026-02-30#${UUID}`],
  },
};

const OTHERS: Record<string, Edges> = {
  integer: {
    kind: { kind: 'integer', min: 60, max: 86_400 },
    taken: [60, 61, 86_399, 86_400],
    refused: [59, 86_401, 60.5, NaN, Infinity, -60, '60', null, undefined, [60], true, 10n ** 3n],
  },
  boolean: {
    kind: { kind: 'boolean' },
    taken: [true, false],
    refused: [0, 1, 'true', '', null, undefined, [], Object(true)],
  },
  numbers: {
    kind: { kind: 'numbers', by: { kind: 'day' }, max: 10, most: 2 },
    taken: [{}, { '2026-03-02': 0 }, { '2026-03-02': 10, '2026-03-03': 1 }],
    refused: [
      { '2026-03-02': 11 },
      { '2026-03-02': -1 },
      { '2026-03-02': 1.5 },
      { '2026-03-02': '1' },
      { '2026-03-02': null },
      { '2026-02-30': 1 },
      { text: 1 },
      { '2026-03-02': 1, '2026-03-03': 1, '2026-03-04': 1 },
      JSON.parse('{"__proto__": 1}'),
      Object.create({ '2026-03-02': 1 }),
      [],
      [1],
      new Map([['2026-03-02', 1]]),
      null,
      undefined,
      'text',
    ],
  },
  list: {
    kind: {
      kind: 'list',
      of: { accountId: { kind: 'account-id' }, at: { kind: 'day' } },
      optional: { until: { kind: 'day' } },
      most: 2,
    },
    taken: [
      [],
      [{ accountId: 'a', at: '2026-03-02' }],
      [
        { accountId: 'a', at: '2026-03-02' },
        { accountId: 'b', at: '2026-03-02', until: '2026-03-03' },
      ],
      Array(2).fill({ accountId: 'a', at: '2026-03-02' }),
    ],
    refused: [
      Array(3).fill({ accountId: 'a', at: '2026-03-02' }),
      Array(2),
      [{ accountId: 'a' }],
      [{ accountId: 'a', at: '2026-03-02', note: 'text' }],
      [{ accountId: 'a', at: '2026-03-02', until: 'tomorrow' }],
      [{ accountId: 'a', at: '2026-03-02', until: undefined }],
      [{ accountId: 'a', at: '2026-03-02', toString: '2026-03-02' }],
      [{ accountId: 'a', until: '2026-03-02' }],
      [{ accountId: 'unknown', at: '2026-03-02' }],
      [{ accountId: 'a', note: '2026-03-02' }],
      [['a', '2026-03-02']],
      [null],
      { 0: { accountId: 'a', at: '2026-03-02' }, length: 1 },
      null,
      undefined,
      'a',
    ],
  },
};

const CASES = Object.entries({ ...TEXTS, ...OTHERS });

describe('Each kind of value that may be stored', () => {
  test.each(CASES)('%s: takes what is of it', (_, { kind, taken }) => {
    expect(taken.filter((value) => !isOf(kind, value, NAMES))).toEqual([]);
  });

  test.each(CASES)('%s: refuses what is not', (_, { kind, refused }) => {
    expect(refused.filter((value) => isOf(kind, value, NAMES))).toEqual([]);
  });

  test.each(Object.entries(TEXTS))('%s: refuses what is no text', (_, { kind }) => {
    expect(NO_TEXT.filter((value) => isOf(kind, value, NAMES))).toEqual([]);
  });

  test('list: its records may leave out what is optional, and nothing else', () => {
    const kind: Kind = {
      kind: 'list',
      of: { accountId: { kind: 'account-id' } },
      optional: { at: { kind: 'day' } },
      most: 2,
    };
    const taken = [[{ accountId: 'a' }], [{ accountId: 'a', at: '2026-03-02' }, { accountId: 'b' }]];
    const refused = [
      [{ at: '2026-03-02' }],
      [{ accountId: 'a', at: 'today' }],
      [{ accountId: 'a', at: null }],
      [{ accountId: 'a', toString: 'b' }],
      [{ accountId: 'a' }, {}],
    ];
    expect(taken.filter((value) => !isOf(kind, value, NAMES))).toEqual([]);
    expect(refused.filter((value) => isOf(kind, value, NAMES))).toEqual([]);
  });

  test('knows every kind that there is', () => {
    // A kind added without edges fails here, for lack of its name.
    const all: Record<Kind['kind'], true> = {
      'account-id': true,
      'jira-id': true,
      day: true,
      instant: true,
      integer: true,
      'integer-text': true,
      boolean: true,
      'one-of': true,
      digest: true,
      token: true,
      'record-id': true,
      'data-set': true,
      joined: true,
      numbers: true,
      list: true,
      'published-text': true,
    };
    expect(CASES.map(([name]) => name).sort()).toEqual(Object.keys(all).sort());
  });
});
