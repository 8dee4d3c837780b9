/** In these there is a privacy notice: each has its sentences in `words/`. */
export const NOTICE_LANGUAGES = ['en', 'de', 'fr'] as const;
export type NoticeLanguage = (typeof NOTICE_LANGUAGES)[number];
