import { IntlMessageFormat, type Formatters } from 'intl-messageformat';
import deData from '../words/de/data.json';
import deNotice from '../words/de/notice.json';
import enData from '../words/en/data.json';
import enNotice from '../words/en/notice.json';
import frData from '../words/fr/data.json';
import frNotice from '../words/fr/notice.json';
import type { Key } from '../words/types';
import type { NoticeLanguage } from './privacy/data-sets/languages';

/** What functions say in sentences of their own, since they keep it word for word: the notice, and the record of processing. */
export type NoticeKey = Extract<Key, `${'data' | 'notice'}.${string}`>;

type Catalogue = Readonly<Record<string, string>>;

const CATALOGUES: Readonly<Record<NoticeLanguage, Catalogue>> = {
  en: byKey({ data: enData, notice: enNotice }),
  de: byKey({ data: deData, notice: deNotice }),
  fr: byKey({ data: frData, notice: frNotice }),
};

function byKey(areas: Readonly<Record<string, Catalogue>>): Catalogue {
  const messages = Object.entries(areas).flatMap(([area, catalogue]) =>
    Object.entries(catalogue).map(([name, message]) => [`${area}.${name}`, message]),
  );
  return Object.fromEntries(messages) as Catalogue;
}

/** A message of the catalogue, with its arguments (ICU). */
export type Say = (key: NoticeKey, values?: Readonly<Record<string, string | number>>) => string;

/** How a notice speaks in a language; numbers are written as that language does, whoever reads it. */
export function sayIn(language: NoticeLanguage): Say {
  const say = made.get(language) ?? saying(language);
  made.set(language, say);
  return say;
}

const made = new Map<NoticeLanguage, Say>();

/** A message with arguments is parsed once: the catalogues are the same for every installation. */
function saying(language: NoticeLanguage): Say {
  const formats = new Map<string, IntlMessageFormat>();
  const formatters = formattersOf(language);
  return (key: string, values = {}) => {
    const message = CATALOGUES[language][key] ?? key;
    if (!message.includes('{')) return message;
    const format = formats.get(key) ?? new IntlMessageFormat(message, language, undefined, { formatters });
    formats.set(key, format);
    return format.format({ ...values }) as string;
  };
}

const GROUPED_BY: Readonly<Record<NoticeLanguage, string>> = { en: ',', de: '.', fr: '\u202f' };

/**
 * Whole numbers as the language writes them. The platform is not asked: the version of the notice is a digest of its text,
 * and if an update of Node wrote a number in another way, everybody would be asked to read the notice again.
 */
function formattersOf(language: NoticeLanguage): Formatters {
  const numbers = { format: (number: number) => grouped(number, GROUPED_BY[language]) } as Intl.NumberFormat;
  const plurals = new Intl.PluralRules(language);
  return {
    getNumberFormat: () => numbers,
    getDateTimeFormat: (locales, options) => new Intl.DateTimeFormat(locales, options),
    getPluralRules: (locales, options) =>
      options?.type === 'ordinal' ? new Intl.PluralRules(locales, options) : plurals,
  };
}

const grouped = (number: number, separator: string): string =>
  String(number).replace(/\B(?=(\d{3})+$)/g, separator);
