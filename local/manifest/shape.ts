import * as v from 'valibot';
import { LocalForgeError } from '../errors';
import { readHandler } from './handler';

const KEY = v.pipe(v.string(), v.minLength(1));
const NAME_AND_PATH = v.looseObject({ key: KEY, path: v.pipe(v.string(), v.minLength(1)) });

const HANDLER = v.pipe(
  v.string(),
  v.rawTransform(({ dataset: { value }, addIssue, NEVER }) => {
    const handler = readHandler(value);
    if (handler) return handler;
    addIssue({ message: 'must be a file below src/ and its export, such as index.run' });
    return NEVER;
  }),
);

const FUNCTION = v.looseObject({ key: KEY, handler: HANDLER, timeoutSeconds: v.optional(v.number()) });

const MODULE = v.looseObject({
  key: KEY,
  function: v.optional(v.string()),
  resolver: v.optional(v.looseObject({ function: v.optional(v.string()), method: v.optional(v.string()) })),
});

const INDEX = v.looseObject({
  name: KEY,
  partition: v.optional(v.array(v.string())),
  range: v.optional(v.array(v.string())),
});
const ENTITY = v.looseObject({
  name: KEY,
  attributes: v.record(
    v.string(),
    v.looseObject({ type: v.picklist(['string', 'integer', 'float', 'boolean', 'any']) }),
  ),
  indexes: v.optional(v.array(v.union([v.string(), INDEX]))),
});

const ADDRESSES = v.optional(v.array(v.union([v.string(), v.looseObject({})])));

/** What the local Forge reads of a manifest; the rest is left as it is. */
const SHAPE = v.looseObject({
  app: v.looseObject({
    id: KEY,
    runtime: v.optional(v.looseObject({ memoryMB: v.optional(v.number()) })),
    storage: v.optional(v.looseObject({ entities: v.optional(v.array(ENTITY)) })),
  }),
  permissions: v.optional(
    v.looseObject({
      scopes: v.optional(v.union([v.array(v.union([v.string(), v.looseObject({})])), v.looseObject({})])),
      external: v.optional(
        v.looseObject({ fetch: v.optional(v.looseObject({ backend: ADDRESSES, client: ADDRESSES })) }),
      ),
    }),
  ),
  modules: v.pipe(
    v.unknown(),
    v.check((modules) => !Array.isArray(modules), 'must be a mapping'),
    v.objectWithRest({ function: v.optional(v.array(FUNCTION), []) }, v.array(MODULE)),
  ),
  resources: v.optional(v.array(NAME_AND_PATH), []),
  translations: v.optional(
    v.object({
      resources: v.array(NAME_AND_PATH),
      fallback: v.objectWithRest({ default: KEY }, v.array(v.string())),
    }),
  ),
});

export type ManifestShape = v.InferOutput<typeof SHAPE>;

/** Valibot's words for what is expected, in those of a manifest. */
const KINDS: Record<string, string> = {
  Array: 'a list',
  Object: 'a mapping',
  string: 'text',
  number: 'a number',
};

function complaint(issue: v.BaseIssue<unknown>): string {
  const place = v.getDotPath(issue) ?? 'The manifest';
  if (issue.type === 'raw_transform' || issue.type === 'check') return `${place} ${issue.message}`;
  if (issue.input === undefined) return `${place} is missing`;
  if (issue.type === 'min_length') return `${place} is empty`;
  const kinds = (issue.expected ?? '').match(/Array|Object|string|number/g) ?? [];
  return `${place} must be ${[...new Set(kinds)].map((kind) => KINDS[kind]).join(' or ') || 'something else'}`;
}

/** @throws LocalForgeError which names every part that is missing or is not what it must be */
export function shapeOf(raw: unknown): ManifestShape {
  const read = v.safeParse(SHAPE, raw);
  if (read.success) return read.output;
  throw new LocalForgeError(`The manifest cannot be read: ${read.issues.map(complaint).join('; ')}.`);
}
