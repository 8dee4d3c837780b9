import type { NoticeLanguage } from '../privacy/data-sets/languages';
import type { Day, Instant } from './basics';

export type { NoticeLanguage };

/** Of what answers in sentences of the notice or of the data map: in which language; English where none is named. */
export interface InLanguage {
  language?: NoticeLanguage;
}

/** A data set of the data map, in words for the person it is about. */
export interface DataSetNotice {
  name: string;
  title: string;
  /** What a record of it is, for example "That you worked on an issue on a day, and for how long". */
  what: string;
  fields: Array<{ name: string; what: string; category: string }>;
  purpose: string;
  /** On which legal basis, or that none is chosen yet. */
  lawfulBasis: string;
  /** How long it is kept and what happens then. */
  retention: string;
  /** What an erasure does to it, and where something is kept, what and why. */
  onErasure: string;
  exported: boolean;
}

/** `source`: who says so and when that was read, of what lies outside the app and no test of it can prove. */
export interface NoticeParagraph {
  text: string;
  source?: string;
}

export interface NoticeSection {
  id: string;
  title: string;
  paragraphs: NoticeParagraph[];
}

/** The privacy notice in three layers, under the settings in force. */
export interface Notice {
  /** Changes whenever anything in it changes, in whichever language. */
  version: string;
  /** In which it is here: in English where it is not stored in the one that was asked for. */
  language: NoticeLanguage;
  policyDate: Day;
  vendor: { name: string; contact: string };
  /** ID of the work item with the organisation's own privacy page; missing while none is chosen. */
  controllerPage?: string;
  /** The first layer. */
  line: string;
  /** The second layer: one screen. */
  screen: Array<{ id: string; asks: string; answer: string }>;
  /** The third layer: the full text, in the order of GDPR art. 13. */
  sections: NoticeSection[];
  /** The table of what is stored. */
  dataSets: DataSetNotice[];
}

/** What differs between two versions: the summary, a section, a kind of record in the table, or the policy behind all. */
export interface NoticeChange {
  kind: 'summary' | 'section' | 'data-set' | 'policy';
  id: string;
  title: string;
  change: 'changed' | 'added' | 'removed';
}

/** When a version was in force; without `until` it still is. */
export interface NoticePeriod {
  version: string;
  from: Instant;
  until?: Instant;
}

/** How many people with data acknowledged which version, never who. */
export interface NoticeReaders {
  /** `readers`: of this version, whenever it was in force; missing while nobody has counted. */
  versions: Array<NoticePeriod & { readers?: number }>;
  /** People who acknowledged none, and who acknowledged one that is not in the list. */
  unread?: number;
  others?: number;
  /** When they were counted, where that was not just now. */
  countedAt?: Instant;
}
