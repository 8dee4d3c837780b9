import { gzipSync } from 'node:zlib';
import * as fc from 'fast-check';

/** Stands in everything that a request says, so that a look at what is stored and logged finds it. */
export const CANARY = 'zqcanaryqz';

const canary = fc.nat({ max: 999_999 }).map((n) => `${CANARY}-${n}`);
const text = fc.oneof(
  canary,
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom('\ud800', '\udfff\ud800', '\u0000', '\u202e', '__proto__', 'constructor', '', ' '),
);

/** Values where the schema expects something else. */
const wrongValue: fc.Arbitrary<unknown> = fc.oneof(
  text,
  fc.jsonValue(),
  fc.constantFrom<unknown>([], {}, [[]], null, true, 1e308, -0, 2 ** 53, ['closed'], { length: 1 }),
);

/** A body that is right, but for what a mutation does to it. */
export const rightBody = (accountId: string) =>
  fc
    .record({ id: canary, form: fc.constantFrom('closed', 'updated', 'access', 'erasure') })
    .map(({ id, form }): Record<string, unknown> =>
      form === 'closed' || form === 'updated'
        ? { subject_request_id: `request-${id}`, accounts: [{ accountId, status: form }] }
        : { subject_request_id: `request-${id}`, subject_request_type: form, accounts: [{ accountId }] },
    );

type Mutation = (body: Record<string, unknown>) => string;

const FIELDS = ['subject_request_id', 'subject_request_type', 'accounts'] as const;

/** Some words are as good a request ID as any other. */
const isRightId = (value: unknown): boolean =>
  typeof value === 'string' && /^[A-Za-z0-9._:-]{8,128}$/.test(value);

const replaced = fc
  .tuple(fc.constantFrom(...FIELDS), wrongValue)
  .filter(([name, value]) => name !== 'subject_request_id' || !isRightId(value))
  .map(
    ([name, value]): Mutation =>
      (body) =>
        JSON.stringify({ ...body, [name]: value }),
  );
const added = fc.tuple(fc.oneof(text, canary), wrongValue).map(
  ([name, value]): Mutation =>
    (body) =>
      `{${JSON.stringify(name)}:${JSON.stringify(value) ?? 'null'},${JSON.stringify(body).slice(1)}`,
);
const isRightAccount = (value: unknown): boolean =>
  typeof value === 'string' && /^[A-Za-z0-9:-]{1,128}$/.test(value);

const insideAccount = fc
  .tuple(fc.constantFrom('accountId', 'status', '__proto__', 'x'), wrongValue)
  .filter(([name, value]) => name !== 'accountId' || !isRightAccount(value))
  .map(
    ([name, value]): Mutation =>
      (body) =>
        JSON.stringify({ ...body, accounts: [{ accountId: CANARY, [name]: value }] }),
  );
const doubled = fc.constantFrom(...FIELDS).map(
  (name): Mutation =>
    (body) =>
      JSON.stringify(body).replace(/\}$/, `,${JSON.stringify(name)}:null}`),
);
const truncated = fc
  .double({ min: 0, max: 1, noNaN: true, maxExcluded: true })
  .map((share): Mutation => (body) => {
    const whole = JSON.stringify(body);
    return whole.slice(0, Math.floor(whole.length * share));
  });
const nested = fc.tuple(fc.integer({ min: 1, max: 40_000 }), fc.constantFrom('[', '{"a":')).map(
  ([depth, open]): Mutation =>
    () =>
      open.repeat(Math.min(depth, Math.floor(90_000 / open.length))),
);
const encoded = fc.constantFrom<Mutation>(
  (body) => `\ufeff\ufeff${JSON.stringify(body)}`,
  (body) => `${JSON.stringify(body)}\ufeff`,
  (body) => gzipSync(JSON.stringify(body)).toString('latin1'),
  (body) => Buffer.from(JSON.stringify(body), 'utf16le').toString('latin1'),
  (body) => `${JSON.stringify(body)}\u0000`,
  (body) => `${JSON.stringify(body)}${JSON.stringify(body)}`,
  (body) => encodeURIComponent(JSON.stringify(body)),
  () => '',
  () => '1e999',
  () => ' '.repeat(103_000),
);
const noJson = text.map(
  (words): Mutation =>
    () =>
      words,
);

/** Bodies that are not what the schema says, from a right one. */
export const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  replaced,
  added,
  insideAccount,
  doubled,
  truncated,
  nested,
  encoded,
  noJson,
);

type Headers = Record<string, string | string[]>;
export type HeaderChange = (headers: Headers) => Headers;

const OURS = ['Content-Type', 'X-Privacy-Timestamp', 'X-Privacy-Signature'] as const;
const without = (headers: Headers, name: string): Headers =>
  Object.fromEntries(Object.entries(headers).filter(([present]) => present !== name));

/** Changes to headers after which a call must not be taken. */
export const wrongHeaders: fc.Arbitrary<HeaderChange> = fc.oneof(
  fc.constantFrom(...OURS).map(
    (name): HeaderChange =>
      (headers) =>
        without(headers, name),
  ),
  fc
    .constantFrom(...OURS)
    .map((name): HeaderChange => (headers) => ({ ...headers, [name.toLowerCase()]: headers[name] ?? '' })),
  fc.constantFrom(...OURS).map((name): HeaderChange => (headers) => ({
    ...headers,
    [name]: [String(headers[name]), String(headers[name])],
  })),
  fc
    .tuple(fc.constantFrom(...OURS), text)
    .map(([name, value]): HeaderChange => (headers) => ({ ...headers, [name]: `${value}x` })),
  fc.constantFrom(...OURS).map((name): HeaderChange => (headers) => ({ ...headers, [name]: [] })),
  fc
    .constantFrom(
      'application/json; charset=utf-16',
      'application/json; charset=utf-8; charset=utf-16',
      'application/json; charset="utf-8',
      'application/json charset=utf-8',
      'text/json',
      'application/json; charset=iso-8859-1',
    )
    .map((type): HeaderChange => (headers) => ({ ...headers, 'Content-Type': type })),
);

const signatureIn = (headers: Headers): string => String(headers['X-Privacy-Signature']);

/** Other ways to write the headers of a right call. */
export const otherWriting: fc.Arbitrary<HeaderChange> = fc
  .record({
    type: fc.constantFrom('application/json', 'Application/JSON', 'application/json '),
    charset: fc.constantFrom(
      '',
      ';',
      '; charset=utf-8',
      ';charset=UTF8',
      ' ; Charset="utf-8"',
      ';;charset=utf-8;',
    ),
    capitals: fc.boolean(),
  })
  .map(({ type, charset, capitals }): HeaderChange => (headers) => ({
    ...headers,
    'Content-Type': type + charset,
    'X-Privacy-Signature': capitals ? signatureIn(headers).toUpperCase() : signatureIn(headers),
  }));

/** Changes to headers that change nothing. */
export const harmlessHeaders: fc.Arbitrary<HeaderChange> = fc.oneof(
  fc.constant<HeaderChange>((headers) => headers),
  fc.constant<HeaderChange>((headers) =>
    Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toUpperCase(), value])),
  ),
  canary.map((value): HeaderChange => (headers) => ({ ...headers, 'X-Note': value, Cookie: [value, value] })),
  fc.constant<HeaderChange>((headers) => ({ ...headers, 'Content-Encoding': 'gzip' })),
);
