import type { AccountId, Day, Instant } from '../../../src/contract';
import { t } from '../words/words';
import schema from './data.schema.json';
import type { NamedWorkItem } from './exported-data';

/** An entry as an export of the app has it. */
export interface ReadEntry {
  /** `startedOn#id` */
  position: string;
  issueId: string;
  startedOn: Day;
  seconds: number;
  createdAt: Instant;
}

/** What a person's file holds, as far as it is well-formed. */
export interface ReadExport {
  exportedAt: Instant;
  /** The address of the site; empty where the file does not say it. */
  site: string;
  entries: ReadEntry[];
  /** Entries that do not fit the schema, or repeat an ID. */
  malformed: number;
  workItems: NamedWorkItem[];
}

const CURRENT = schema.properties.schemaVersion.const;

/**
 * Versions of `data.json` that an import reads: this one, and earlier ones with the same form of entries, site and work
 * items. A newer version may mean something else by them.
 */
const READABLE: readonly unknown[] = ['2', CURRENT];

/** What the app takes at most of one file. */
const MOST_ENTRIES = 100_000;

/** Longer ones are not titles: Jira takes 255 characters. */
const MOST_TITLE = 1_000;

type Rule = { type: 'string'; pattern: string } | { type: 'integer'; minimum: number; maximum: number };
type Fields = Record<string, unknown>;

const RULES = schema.$defs['time-entry'].properties.records.items.properties;

/**
 * Reads `data.json` of an export of this person's data: nothing of it is trusted, and only what the schema names is looked
 * at. What is wrong is said in words that quote nothing of the file.
 */
export function readExport(text: string, accountId: AccountId): ReadExport | { problem: string } {
  const data = parsed(text);
  if (!isFields(data) || !isFields(data['subject'])) return { problem: t('export.not-an-export') };
  const { schemaVersion } = data;
  if (!READABLE.includes(schemaVersion))
    return { problem: t(isNewer(schemaVersion) ? 'export.newer-version' : 'export.other-version') };
  if (data['subject']['accountId'] !== accountId) return { problem: t('export.of-somebody-else') };
  const { exportedAt, site, workItems } = data;
  const records = recordsIn(data['dataSets']);
  if (!records || !isInstant(exportedAt)) return { problem: t('export.not-an-export') };
  if (records.length > MOST_ENTRIES) return { problem: t('export.too-many', { most: MOST_ENTRIES }) };
  const entries = eachOnce(entriesIn(records, accountId), entryId);
  return {
    exportedAt,
    site: typeof site === 'string' ? site : '',
    entries,
    malformed: records.length - entries.length,
    workItems: eachOnce(
      listIn(workItems).flatMap((item) => workItemIn(item) ?? []),
      ({ id }) => id,
    ),
  };
}

/** The ID in the position of an entry. */
const entryId = ({ position, startedOn }: ReadEntry): string => position.slice(`${startedOn}#`.length);

/** The first item of each ID: an export of the app has no ID twice. */
function eachOnce<Item>(items: readonly Item[], idOf: (item: Item) => string): Item[] {
  const first = new Map<string, Item>();
  for (const item of items) if (!first.has(idOf(item))) first.set(idOf(item), item);
  return [...first.values()];
}

const isNewer = (version: unknown): boolean =>
  typeof version === 'string' && /^[1-9]\d{0,8}$/.test(version) && Number(version) > Number(CURRENT);

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const listIn = (value: unknown): unknown[] => (Array.isArray(value) ? (value as unknown[]) : []);

/** The records of time entries; nothing where the file has no list of data sets. */
function recordsIn(dataSets: unknown): unknown[] | undefined {
  if (!Array.isArray(dataSets)) return undefined;
  return dataSets.flatMap((part: unknown) =>
    isFields(part) && part['dataSet'] === RULES_OF ? listIn(part['records']) : [],
  );
}

const RULES_OF = schema.$defs['time-entry'].properties.dataSet.const;

/** The well-formed among these records of time entries, those of this person. */
export const entriesIn = (records: readonly unknown[], accountId: AccountId): ReadEntry[] =>
  records.flatMap((record) => entryIn(record, accountId) ?? []);

function entryIn(record: unknown, accountId: AccountId): ReadEntry | undefined {
  if (!isFields(record) || record['accountId'] !== accountId) return undefined;
  const { position, issueId, startedOn, seconds, createdAt } = record;
  const isWhole =
    fits(position, RULES.position) &&
    fits(issueId, RULES.issueId) &&
    fits(startedOn, RULES.startedOn) &&
    fits(seconds, RULES.seconds) &&
    fits(createdAt, RULES.createdAt);
  // The patterns take 31 February.
  if (!isWhole || !isInstant(`${String(startedOn)}T00:00:00.000Z`) || !isInstant(createdAt)) return undefined;
  return { position, issueId, startedOn, seconds, createdAt } as ReadEntry;
}

function fits(value: unknown, rule: object): boolean {
  const { type, ...bounds } = rule as Rule;
  if (type === 'string')
    return typeof value === 'string' && matches(value, (bounds as { pattern: string }).pattern);
  const { minimum, maximum } = bounds as { minimum: number; maximum: number };
  return Number.isInteger(value) && Number(value) >= minimum && Number(value) <= maximum;
}

const matches = (value: string, pattern: string): boolean => new RegExp(pattern).test(value);

/** Whether it is a moment of the calendar, written as the app writes one. */
function isInstant(value: unknown): value is Instant {
  if (typeof value !== 'string' || !matches(value, schema.properties.exportedAt.pattern)) return false;
  const date = new Date(value);
  return !Number.isNaN(date.getTime()) && date.toISOString() === value;
}

function workItemIn(value: unknown): NamedWorkItem | undefined {
  if (!isFields(value)) return undefined;
  const { id, key, title } = value;
  if (!fits(id, RULES.issueId) || typeof key !== 'string' || typeof title !== 'string') return undefined;
  if (title.length > MOST_TITLE) return undefined;
  return { id: String(id), key, title };
}
