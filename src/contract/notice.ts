import type { Day } from './basics';

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

export interface NoticeSection {
  id: string;
  title: string;
  paragraphs: string[];
  points?: string[];
}

export interface Notice {
  /** Changes whenever the data map or the words change. */
  version: string;
  policyDate: Day;
  vendor: { name: string; contact: string };
  /** Two or three sentences: the layer shown first. */
  summary: string;
  sections: NoticeSection[];
  dataSets: DataSetNotice[];
}
