import { nobody, instant, count, type DataSet } from '../../storage/data-set';

/** When which version of the notice came into force, the newest first. */
export interface NoticeArchive {
  version: number;
  periods: NoticePeriod[];
}

interface NoticePeriod {
  /** The version of the notice. */
  notice: string;
  /** From when it was in force. */
  from: string;
}

/** The text of a version of the notice. */
export interface NoticeText {
  /** The version: a digest of the text. */
  digest: string;
  text: string;
}

/** How many people acknowledged which version, as it was counted, and how far the count is that is under way. */
export interface NoticeReaders {
  version: number;
  /** When that count began. */
  at?: string;
  readers?: Record<string, number>;
  /** People who acknowledged none, and who acknowledged one that is not in the archive. */
  unread?: number;
  others?: number;
  /** When the count that is under way began and was last taken on, and behind which group it goes on. */
  beganAt?: string;
  movedAt?: string;
  after?: string;
  readersSoFar?: Record<string, number>;
  unreadSoFar?: number;
  othersSoFar?: number;
}

export const NOTICE_ARCHIVE_KEY = 'archive';
export const NOTICE_READERS_KEY = 'readers';
/** As many changes are remembered; the text of a version goes when none of them names it any more. */
export const MOST_PERIODS = 40;

const digest = { kind: 'digest' } as const;
const byVersion = { kind: 'numbers', by: digest, max: 2_147_483_647, most: MOST_PERIODS } as const;

const aboutNobody = {
  place: 'app-state',
  indexes: [],
  about: 'nobody',
  erasure: { effect: 'keep', words: 'data.about-nobody' },
  exported: false,
} as const;

const kept = { words: 'data.notice-archive-retention', values: { changes: MOST_PERIODS } } as const;

export const NOTICE_ARCHIVE: DataSet<NoticeArchive> = {
  ...aboutNobody,
  name: 'notice-archive',
  key: [['name', { kind: 'one-of', values: [NOTICE_ARCHIVE_KEY] }]],
  fields: {
    version: { value: count, category: nobody, what: 'data.times-written' },
    periods: {
      value: { kind: 'list', of: { notice: digest, from: instant }, most: MOST_PERIODS },
      category: nobody,
      what: 'data.notice-archive-periods',
    },
  },
  title: 'data.notice-archive-title',
  what: 'data.notice-archive-what',
  purpose: 'data.notice-archive-purpose',
  retention: kept,
};

export const NOTICE_TEXT: DataSet<NoticeText> = {
  ...aboutNobody,
  name: 'notice-text',
  key: [['digest', digest]],
  fields: {
    digest: { value: digest, category: nobody, what: 'data.notice-text-digest' },
    text: {
      value: { kind: 'published-text', most: 60_000 },
      category: nobody,
      what: 'data.notice-text-text',
    },
  },
  title: 'data.notice-text-title',
  what: 'data.notice-text-what',
  purpose: 'data.notice-text-purpose',
  retention: kept,
};

export const NOTICE_READERS: DataSet<NoticeReaders> = {
  ...aboutNobody,
  name: 'notice-readers',
  key: [['name', { kind: 'one-of', values: [NOTICE_READERS_KEY] }]],
  fields: {
    version: { value: count, category: nobody, what: 'data.times-written' },
    at: { value: instant, optional: true, category: nobody, what: 'data.notice-readers-at' },
    readers: {
      value: byVersion,
      optional: true,
      category: nobody,
      what: 'data.notice-readers-readers',
    },
    unread: { value: count, optional: true, category: nobody, what: 'data.notice-readers-unread' },
    others: {
      value: count,
      optional: true,
      category: nobody,
      what: 'data.notice-readers-others',
    },
    beganAt: { value: instant, optional: true, category: nobody, what: 'data.count-began-at' },
    movedAt: { value: instant, optional: true, category: nobody, what: 'data.notice-readers-moved-at' },
    after: {
      value: { kind: 'integer-text' },
      optional: true,
      category: nobody,
      what: 'data.count-after',
    },
    readersSoFar: {
      value: byVersion,
      optional: true,
      category: nobody,
      what: 'data.notice-readers-readers-so-far',
    },
    unreadSoFar: {
      value: count,
      optional: true,
      category: nobody,
      what: 'data.notice-readers-unread-so-far',
    },
    othersSoFar: {
      value: count,
      optional: true,
      category: nobody,
      what: 'data.notice-readers-others-so-far',
    },
  },
  title: 'data.notice-readers-title',
  what: 'data.notice-readers-what',
  purpose: 'data.notice-readers-purpose',
  retention: { words: 'data.count-retention' },
};
