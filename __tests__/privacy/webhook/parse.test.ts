import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseBody } from '../../../src/privacy/webhook/parse';

const accounts = [{ accountId: '5b10a2844c20165700ede21b' }];
const request = { subject_request_id: 'desk-2026-000123', subject_request_type: 'access', accounts };
const parsed = (more: object) => parseBody(JSON.stringify({ ...request, ...more }));

const schemaText = /```json schema\n([\s\S]*?)```/.exec(
  readFileSync(path.join(__dirname, '../../../docs/webhook.md'), 'utf8'),
)?.[1];
const schema = JSON.parse(schemaText ?? '') as { properties: Record<string, unknown> };

test('a body with every field that the published schema has is taken, and one with another field is not', () => {
  const submitted_time = '2026-02-27T10:00:00Z';
  expect(Object.keys({ ...request, submitted_time }).sort()).toEqual(Object.keys(schema.properties).sort());
  expect(parsed({ submitted_time })).toBeDefined();
  expect(parsed({ submitted_time, received_time: submitted_time })).toBeUndefined();
});

test.each([
  '2026-02-27T10:00:00Z',
  '2026-02-27t10:00:00.123456z',
  '2024-02-29T23:59:60+14:00',
  '1999-12-31T00:00:00-00:30',
])('the time %j of RFC 3339 is taken, and nothing comes of it', (submitted_time) => {
  expect(parsed({ submitted_time })).toEqual(parsed({}));
});

test.each<[unknown]>([
  ['2026-02-27'],
  ['2026-02-27T10:00:00'],
  ['2026-02-27T10:00Z'],
  ['2026-02-30T10:00:00Z'],
  ['2025-02-29T10:00:00Z'],
  ['2026-13-01T10:00:00Z'],
  ['2026-02-27T24:00:00Z'],
  ['2026-02-27T10:00:61Z'],
  ['2026-02-27T10:00:00+24:00'],
  ['2026-02-27T10:00:00+0100'],
  [' 2026-02-27T10:00:00Z'],
  ['2026-02-27T10:00:00Z\n'],
  ['２026-02-27T10:00:00Z'],
  ['Fri, 27 Feb 2026 10:00:00 GMT'],
  ['x'.repeat(90_000)],
  [''],
  [1_772_186_400],
  [null],
  [['2026-02-27T10:00:00Z']],
  [{ toString: '2026-02-27T10:00:00Z' }],
])('the time %j refuses the body', (submitted_time) => {
  expect(parsed({ submitted_time })).toBeUndefined();
});
