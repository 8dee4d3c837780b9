import { NOTICE_LANGUAGES } from '../../src/privacy/data-sets/languages';
import { EXPORT_SCHEMA } from '../../src/privacy/access/export';
import { exportedFields, type ExportedField } from '../../src/privacy/access/export-record';
import { sayIn } from '../../src/words';
import type { DataMap, DataSet, Kind } from '../../src/storage/data-set';

const say = sayIn('en');

type Schema = Record<string, unknown>;

const text = (pattern: string): Schema => ({ type: 'string', pattern });
const ref = (name: string): Schema => ({ $ref: `#/$defs/${name}` });

const JIRA_ID = '[1-9]\\d{0,18}';
const DAY = '[1-9]\\d{3}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])';
const INSTANT = '\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}Z';

/** What a value of a kind looks like in an export, as a regular expression without its ends. */
function patternOf(kind: Kind): string {
  switch (kind.kind) {
    case 'account-id':
      return '[A-Za-z0-9:-]{1,128}';
    case 'jira-id':
      return JIRA_ID;
    case 'day':
      return DAY;
    case 'instant':
      return INSTANT;
    case 'integer':
      return '\\d+';
    case 'integer-text':
      return '[1-9]\\d{0,9}';
    case 'boolean':
      return '(?:true|false)';
    case 'one-of':
      return `(?:${kind.values.join('|')})`;
    case 'digest':
      return '(?:[0-9a-f]{64}|[0-9a-f]{16})';
    case 'token':
      return '[A-Za-z0-9-]{16,64}';
    case 'record-id':
      return '[0-9a-f]{32}';
    case 'data-set':
      return '[a-z-]+';
    case 'joined':
      return kind.of.map(patternOf).join('#');
    case 'numbers': {
      const one = `${patternOf(kind.by)}: \\d+`;
      return `(?:${one}(?:; ${one})*)?`;
    }
    case 'list':
      throw new Error('A list in a row is given as records of its own.');
    case 'published-text':
      throw new Error('A text of the app’s own is about nobody.');
  }
}

function valueOf(kind: Kind): Schema {
  if (kind.kind === 'integer') return { type: 'integer', minimum: kind.min, maximum: kind.max };
  if (kind.kind === 'boolean') return { type: 'boolean' };
  if (kind.kind === 'one-of') return { enum: [...kind.values] };
  return text(`^${patternOf(kind)}$`);
}

const fieldOf = ({ what, value, optional }: ExportedField): Schema =>
  optional
    ? { description: say(what), anyOf: [valueOf(value), { type: 'null' }] }
    : { description: say(what), ...valueOf(value) };

/** An object with all of these properties and no others. */
const whole = (properties: Record<string, Schema>, more: Schema = {}): Schema => ({
  ...more,
  type: 'object',
  properties,
  required: Object.keys(properties),
  additionalProperties: false,
});

function dataSetOf(set: DataSet): Schema {
  const fields = exportedFields(set).map((field) => [field.name, fieldOf(field)] as const);
  return whole(
    {
      dataSet: { const: set.name },
      title: { type: 'string' },
      columns: { type: 'array', items: ref('column') },
      records: { type: 'array', items: whole(Object.fromEntries(fields)) },
    },
    { title: say(set.title), description: say(set.what) },
  );
}

/** Which time entries an export holds. */
function rangeOf(): Schema {
  const day = text(`^${DAY}$`);
  return {
    description: 'Which time entries are here; of everything else, all that was kept is here',
    anyOf: [
      whole({ entries: { const: 'all' } }, { description: 'All that were kept' }),
      whole({ entries: { const: 'of-days' }, from: day, to: day }, { description: 'Those of these days' }),
      whole(
        { entries: { const: 'new-or-corrected' }, since: { type: 'array', items: text(`^${INSTANT}$`) } },
        { description: 'Those that exports of these moments did not hold, or hold otherwise' },
      ),
    ],
  };
}

const words: Schema = { type: 'string' };

/** What GDPR art. 15(1)(a) to (h) wants said besides the data. */
function noticeSchema(): Schema {
  const paragraph = {
    type: 'object',
    properties: { text: words, source: words },
    required: ['text'],
    additionalProperties: false,
  };
  const said = { name: words, title: words, what: words, purpose: words };
  return whole(
    {
      language: { enum: [...NOTICE_LANGUAGES] },
      responsible: { anyOf: [whole({ title: words, address: words }), { type: 'null' }] },
      sections: {
        type: 'array',
        items: whole({ id: words, title: words, paragraphs: { type: 'array', items: paragraph } }),
      },
      dataSets: {
        type: 'array',
        items: whole({ ...said, lawfulBasis: words, retention: words, onErasure: words }),
      },
    },
    {
      description:
        'The privacy notice in force: who is responsible, purposes, legal basis, source, recipients, periods, rights, and what is automatic',
    },
  );
}

/** The JSON Schema of `data.json` in an export: which data sets it may hold, and what each field of a record looks like. */
export function exportSchema(map: DataMap): Schema {
  const sets = map.filter(({ exported }) => exported);
  const column = whole({
    name: { type: 'string' },
    what: { type: 'string', description: 'What the field says' },
    kind: { type: 'string', description: 'The kind of its values' },
  });
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `urn:cappsule:privacy-center-for-jira:export:${EXPORT_SCHEMA}`,
    title: 'An export of Privacy Center for Jira',
    description: `What the app keeps about one person: data.json, version ${EXPORT_SCHEMA}. A field that a record does not have is null.`,
    ...whole({
      schemaVersion: { const: EXPORT_SCHEMA },
      noticeVersion: { type: 'string', description: 'The version of the privacy notice that was in force' },
      exportedAt: text(`^${INSTANT}$`),
      subject: whole({ accountId: text(`^${patternOf({ kind: 'account-id' })}$`) }),
      range: rangeOf(),
      notice: ref('notice'),
      dataSets: { type: 'array', items: { anyOf: sets.map(({ name }) => ref(name)) } },
      site: { type: 'string', description: 'The address of the Jira site' },
      workItems: {
        type: 'array',
        description: 'The work items as Jira named them to whoever exported, as far as it did',
        items: whole({ id: text(`^${JIRA_ID}$`), key: { type: 'string' }, title: { type: 'string' } }),
      },
    }),
    $defs: {
      column,
      notice: noticeSchema(),
      ...Object.fromEntries(sets.map((set) => [set.name, dataSetOf(set)])),
    },
  };
}

/** The same in each: what the pages put into the ZIP, and what the documentation shows. */
export const SCHEMA_FILES = ['static/shared/export/data.schema.json', 'docs/export.schema.json'];
