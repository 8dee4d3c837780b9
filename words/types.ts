import type admin from './en/admin.json';
import type audit from './en/audit.json';
import type common from './en/common.json';
import type data from './en/data.json';
import type entries from './en/entries.json';
import type erasure from './en/erasure.json';
import type erasures from './en/erasures.json';
import type exported from './en/export.json';
import type getStarted from './en/get-started.json';
import type manifest from './en/manifest.json';
import type myData from './en/my-data.json';
import type myTime from './en/my-time.json';
import type notice from './en/notice.json';
import type panel from './en/panel.json';
import type people from './en/people.json';
import type person from './en/person.json';
import type processing from './en/processing.json';
import type receipts from './en/receipts.json';
import type refused from './en/refused.json';
import type refusedAdmin from './en/refused-admin.json';
import type reporting from './en/reporting.json';
import type requests from './en/requests.json';
import type settings from './en/settings.json';
import type time from './en/time.json';
import type transfer from './en/transfer.json';
import type webhook from './en/webhook.json';
import type year from './en/year.json';

/** The areas of the catalogue: one file each in `words/<language>/`. English says which messages there are. */
export interface English {
  admin: typeof admin;
  audit: typeof audit;
  common: typeof common;
  data: typeof data;
  entries: typeof entries;
  erasure: typeof erasure;
  erasures: typeof erasures;
  export: typeof exported;
  'get-started': typeof getStarted;
  manifest: typeof manifest;
  'my-data': typeof myData;
  'my-time': typeof myTime;
  notice: typeof notice;
  panel: typeof panel;
  people: typeof people;
  person: typeof person;
  processing: typeof processing;
  receipts: typeof receipts;
  refused: typeof refused;
  'refused-admin': typeof refusedAdmin;
  reporting: typeof reporting;
  requests: typeof requests;
  settings: typeof settings;
  time: typeof time;
  transfer: typeof transfer;
  webhook: typeof webhook;
  year: typeof year;
}

export type Area = keyof English;

/** `panel.older`: the area and the name of a message. */
export type Key = { [A in Area]: `${A}.${keyof English[A] & string}` }[Area];

/** What is said of a data set. */
export type DataKey = Extract<Key, `data.${string}`>;

/** A message about a data set with its arguments: numbers, or another message that stands in it. */
export interface Sentence {
  words: DataKey;
  values?: Readonly<Record<string, number | DataKey>>;
}
