import type { AccountId, Day, Instant } from '../../../src/contract';
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
  /** Entries that are not as the schema says. */
  malformed: number;
  workItems: NamedWorkItem[];
}

/** What the app takes at most of one file. */
const MOST_ENTRIES = 100_000;

type Rule = { type: 'string'; pattern: string } | { type: 'integer'; minimum: number; maximum: number };
type Fields = Record<string, unknown>;

const RULES = schema.$defs['time-entry'].properties.records.items.properties;

/**
 * Reads `data.json` of an export of this person's data: nothing of it is trusted, and only what the schema names is looked
 * at. What is wrong is said in words that quote nothing of the file.
 */
export function readExport(text: string, accountId: AccountId): ReadExport | { problem: string } {
  const data = parsed(text);
  if (!isFields(data) || !isFields(data['subject'])) return { problem: notAnExport };
  if (data['schemaVersion'] !== schema.properties.schemaVersion.const) return { problem: otherVersion };
  if (data['subject']['accountId'] !== accountId) return { problem: ofSomebodyElse };
  const { exportedAt, site, workItems } = data;
  const records = recordsIn(data['dataSets']);
  if (!records || !isInstant(exportedAt)) return { problem: notAnExport };
  if (records.length > MOST_ENTRIES) return { problem: tooMany };
  const entries = entriesIn(records, accountId);
  return {
    exportedAt,
    site: typeof site === 'string' ? site : '',
    entries,
    malformed: records.length - entries.length,
    workItems: listIn(workItems).flatMap((item) => workItemIn(item) ?? []),
  };
}

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
  return { id: String(id), key, title };
}

const nothingDone = 'Nothing was changed.';
const notAnExport = `This is not an export of this app, or it is damaged. ${nothingDone} Choose the ZIP file or the data.json in it, as the app made it.`;
const otherVersion = `Another version of this app made this file, and this one cannot read it. ${nothingDone} Export again with the present version.`;
const ofSomebodyElse = `This file holds the data of another account. ${nothingDone} Only the person whose data it is can use it here.`;
const tooMany = `This file has more than ${MOST_ENTRIES.toLocaleString('en')} time entries, which is more than this page takes. ${nothingDone}`;
