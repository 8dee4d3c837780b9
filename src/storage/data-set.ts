/**
 * What may be stored: the terms in which a data set is declared.
 *
 * A data set is a kind of record (time entries, registrations, …). Its declaration says where a record lives, which
 * values it may hold, whom it is about and what happens to it; the gateway (`store.ts`) refuses everything else, and
 * the engine in `privacy/` derives notice, view, export, erasure and retention from it.
 */

import type { DataKey, Sentence } from '../../words/types';
import type { Purpose } from './purposes';

/** The only values that may be stored at all. There is no kind for what somebody typed. */
export type Kind =
  | { kind: 'account-id' }
  /** The numeric ID of an issue or a project in Jira. */
  | { kind: 'jira-id' }
  | { kind: 'day' }
  | { kind: 'instant' }
  | { kind: 'integer'; min: number; max: number }
  /** A whole number above 0 in digits: what a key of numbered rows holds. */
  | { kind: 'integer-text' }
  | { kind: 'boolean' }
  | { kind: 'one-of'; values: readonly string[] }
  /** Hexadecimal SHA-256 or HMAC-SHA-256, whole or its first 16 digits. */
  | { kind: 'digest' }
  /** 16 to 64 random characters of `[A-Za-z0-9-]`. */
  | { kind: 'token' }
  /** 32 hexadecimal digits of a SHA-256: the ID that the app makes of a request, for one record. */
  | { kind: 'record-id' }
  /** The name of a data set of the map. */
  | { kind: 'data-set' }
  /** Values of other kinds, joined by `#`: what a key or the range of an index needs. */
  | { kind: 'joined'; of: readonly Kind[] }
  /** Numbers under names of one kind, for example seconds by day. */
  | { kind: 'numbers'; by: Kind; max: number; most: number }
  /** Records of the same shape in one row: each has all of `of`, and some of `optional`. */
  | {
      kind: 'list';
      of: Readonly<Record<string, Kind>>;
      optional?: Readonly<Record<string, Kind>>;
      most: number;
    }
  /** A text of the app's own that everybody may read, packed (`packed.ts`): only in records about nobody. */
  | { kind: 'published-text'; most: number };

/**
 * Categories of personal data: terms of the W3C Data Privacy Vocabulary (DPV 2) and its extension PD. An account ID is a
 * `UID` there: its `AccountIdentifier` is that of a bank account.
 */
type Category =
  | 'pd:UID'
  | 'pd:WorkHistory'
  | 'pd:PrivacyPreference'
  /** How and when the app was used, and what it did. */
  | 'pd:ServiceConsumptionBehavior'
  | 'dpv:PseudonymisedData'
  | 'dpv:NonPersonalData';

export interface Field {
  value: Kind;
  optional?: true;
  category: Category;
  /** What it says, for the person it is about. */
  what: DataKey;
  /**
   * What exports give of it instead of all: nothing, or its day alone under this name. The rest would link in a file what an
   * erasure unlinks, or it is in no record about a person, or it is only there for an index.
   */
  exportedAs?: 'nothing' | { day: string };
}

/**
 * A key is made of parts joined by `#`. A part with the name of a field has that field's value, or that of the other field
 * which it names.
 */
type KeyPart = readonly [name: string, value: Kind, otherField?: string];

/** How one person's records are found without reading anyone else's. */
type Found =
  /** One record, whose key the account ID gives (`ownKey`). */
  | { by: 'key' }
  /** An index whose partition is the account ID; `range` is unique for a person, so pages neither skip nor loop. */
  | { by: 'index'; index: string; range: string }
  /** A row that several people share: its key stands in `field` of the person's row in another data set. */
  | { by: 'named-row'; in: string; field: string; list: string; member: string };

/** How the records are found that stand for a person under the token in their live row: an index with it as partition. */
export interface FoundByToken {
  index: string;
  range: string;
}

/** How records that a person's token does not lead to are found, by a keyed digest of the account ID. */
export type FoundByDigest =
  /** One record, under that digest. */
  | { by: 'key' }
  /** The record of their erasure, to which that digest leads. It is theirs while its field `names` holds their account ID. */
  | { by: 'erasure'; names: string }
  /** Items of a list in rows about many people, found by `index`. Each row has digests of its own, made with its field `salt`. */
  | { by: 'lists'; index: string; range: string; list: string; member: string; salt: string };

/** `words` says how long records are kept, besides the period in days. */
interface Retention extends Sentence {
  /**
   * Days after which a record goes, counted from the field `from`, which has an index of its name: an instant or, for a
   * record about a day, that day joined with what makes it unique, as thousands may share a day. Administrators choose them
   * within `least` and `most`. Records that `unless` describes stay, however old. `why` says to the person why the period
   * is as long as it is.
   */
  days?: { standard: number; least: number; most: number; from: string; unless?: Unless; why: DataKey };
  /**
   * Days after which a record goes that is about nobody by name: the range of `index` begins with an instant. Records that
   * `unless` describes stay. Administrators choose other days where `within` says which.
   */
  fixed?: {
    days: number;
    within?: { least: number; most: number };
    /** Why the period is as long as it is, for the person. */
    why: DataKey;
    index: string;
    partitions: ReadonlyArray<readonly string[]>;
    unless?: Unless;
    outlasts?: Outlasts;
  };
  /**
   * That a record goes when the period of another data set has passed since its field `from`, as `days` counts it: what leads
   * somewhere from rows of that set lasts as long as they do.
   */
  like?: { dataSet: DataSet; from: string; why: DataKey };
  anonymise?: Anonymise;
}

/** That a record waits for something: its field has one of these values, or any where none are named. */
export interface Unless {
  field: string;
  values?: readonly string[];
}

/** That a row stays, whatever its period, until a row of another data set has ended: one whose key stands in its field `by`. */
export interface Outlasts {
  dataSet: string;
  by: string;
  /** The field of the other row that says whether it has ended, and the values that say so. */
  field: string;
  ended: readonly string[];
}

/** How records whose period has passed may be added to a total that is about nobody, before they are deleted. */
export interface Anonymise {
  /** The data set of the totals: its key is the field `by`, and it holds that field, `amount` and a `version`, nothing else. */
  into: string;
  /** The field by whose value records are added up. */
  by: string;
  /** The field that is added up, a whole number. */
  amount: string;
  /** At least so many people's records in each step, three or more. */
  people: number;
  /** What is then done, for the person. */
  words: DataKey;
}

interface Erasure {
  effect: 'delete' | 'keep';
  /** For `keep`: why it outlives an erasure, and until when. */
  words: DataKey;
}

/** What every record of a data set is about. */
type About =
  /** One person; the record names them. */
  | 'person'
  /** Several people in one row. */
  | 'people'
  /** A person whom the record does not name: a digest or a token stands for them. */
  | 'pseudonym'
  /** Nobody: what the app needs to run. */
  | 'nobody';

export interface Index {
  name: string;
  partition: readonly string[];
  range: string;
}

/**
 * Where records lie: in an entity of the data set's own; in the one that data sets about nobody share, which have a row or
 * need no index (`layout.ts`); as plain rows; as secrets.
 */
type Place = 'entity' | 'app-state' | 'plain' | 'secret';

/** The declaration of one data set; `Row` is the type of its records. */
export interface DataSet<Row extends object = object> {
  name: string;
  place: Place;
  key: readonly KeyPart[];
  fields: { readonly [Name in keyof Row & string]-?: Field };
  indexes: readonly Index[];
  about: About;
  found?: Found;
  foundByToken?: FoundByToken;
  foundByDigest?: FoundByDigest;
  title: DataKey;
  /** How many there are, by `count`, where a number after the title would be taken for something else. */
  counted?: DataKey;
  /** What a record is, in a sentence for the person it is about. */
  what: DataKey;
  purpose: DataKey;
  /** What it is used for; of records about nobody, where it comes of what was about people. */
  usedFor?: readonly Purpose[];
  retention: Retention;
  erasure: Erasure;
  /** Whether the records go into the person's export. */
  exported: boolean;
}

export type DataMap = readonly DataSet[];

/** What most declarations use: the category of fields about nobody, and the kinds of an instant and of a number of things. */
export const nobody = 'dpv:NonPersonalData' as const;
export const instant = { kind: 'instant' } as const;
export const count = { kind: 'integer', min: 0, max: 2_147_483_647 } as const;

/** The declared fields of a data set by name. */
export const fieldsByName = (set: DataSet): Readonly<Record<string, Field>> => set.fields;

/** The declared fields of a data set, each with its name. */
export const fieldsOf = (set: DataSet): Array<[name: string, field: Field]> =>
  Object.entries(fieldsByName(set));

/**
 * The key of a person's only record in a data set: the account ID in the part of that name, and the one value there is
 * in every other part.
 */
export function ownKey(set: DataSet, accountId: string): string {
  return set.key
    .map(([name, kind]) => {
      if (name === 'accountId') return accountId;
      if (kind.kind === 'one-of' && kind.values.length === 1) return kind.values[0];
      throw new TypeError(`${set.name} is not keyed by the account ID alone`);
    })
    .join('#');
}
