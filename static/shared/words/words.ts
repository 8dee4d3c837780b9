import type { MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import { IntlMessageFormat, type Formatters } from 'intl-messageformat';
import { createElement, Fragment, type ReactNode } from 'react';
import type { Key } from '../../../words/types';
import type { NoticeLanguage } from '../../../src/contract';
import { elided, elidedParts } from './elided';
import { LANGUAGES, type Language } from './languages';

export type { Key } from '../../../words/types';

/** Messages by key: a message with arguments is compiled at the build, so that no page brings a parser. */
export type Words = Readonly<Record<string, string | MessageFormatElement[]>>;

type Value = string | number;
type RichValue = Value | ReactNode | ((inner: ReactNode) => ReactNode);

let words: Words = {};
let language: Language = 'en';
let locale = 'en';
const formats = new Map<Key, IntlMessageFormat>();

/** What this page says from now on, in which language, and the locale in which its numbers are written. */
export function speak(spoken: Words, spokenIn: Language, formatting: string): void {
  words = spoken;
  language = spokenIn;
  locale = formatting;
  formats.clear();
}

/** In which language this page speaks: what it makes for people has to say so, too. */
export const spokenLanguage = (): Language => language;

/** In which language this page asks for the notice: there is none in a language that only shows what would not fit. */
export const noticeLanguage = (): NoticeLanguage => LANGUAGES.find((one) => one === language) ?? 'en';

/** For an element whose text is in a language: marked for screen readers where the page is in another. */
export const inLanguage = (spoken: NoticeLanguage): { lang?: string; dir?: 'ltr' } =>
  spoken === language ? {} : { lang: spoken, dir: 'ltr' };

/** A language by its name in the language of the page. */
export const languageName = (named: NoticeLanguage): string =>
  new Intl.DisplayNames([noticeLanguage()], { type: 'language' }).of(named) ?? named;

/** A message of the catalogue in the language of the page, with its arguments (ICU). */
export function t(key: Key, values: Readonly<Record<string, Value>> = {}): string {
  const message = messageOf(key);
  if (typeof message === 'string') return message;
  const said = formatOf(key, message).format({ ...values }) as string;
  return language === 'fr' ? elided(said, values) : said;
}

/** A message with links or emphasis in it: `<link>…</link>` is given as a function of what stands inside. */
export function rich(key: Key, values: Readonly<Record<string, RichValue>>): ReactNode {
  const message = messageOf(key);
  if (typeof message === 'string') return message;
  const whole = (parts: ReactNode[]) => together(language === 'fr' ? elidedParts(parts, values) : parts);
  const wrapped = Object.entries(values).map(([name, value]) => [
    name,
    typeof value === 'function' ? (inner: ReactNode[]) => value(whole(inner)) : value,
  ]);
  const parts = formatOf(key, message).format<ReactNode>(
    Object.fromEntries(wrapped) as Record<string, ReactNode>,
  );
  return whole(Array.isArray(parts) ? parts : [parts]);
}

/** Whether there is a message by this name. */
export const isKey = (name: string): name is Key => Object.hasOwn(words, name);

const together = (parts: ReactNode[]): ReactNode => createElement(Fragment, null, ...parts);

function messageOf(key: Key): string | MessageFormatElement[] {
  const message = words[key];
  // A page that was built for another version of the catalogue still shows what it can.
  return message ?? key;
}

function formatOf(key: Key, message: MessageFormatElement[]): IntlMessageFormat {
  const format = formats.get(key) ?? new IntlMessageFormat(message, language, undefined, { formatters });
  formats.set(key, format);
  return format;
}

/** One and many are told apart as the language of the words does: a reader from Japan reads `1 entry`, too. */
const formatters: Formatters = {
  getPluralRules: (locales, options) => new Intl.PluralRules(locales, options),
  getNumberFormat: (_, options) => new Intl.NumberFormat(locale, options),
  getDateTimeFormat: (_, options) => new Intl.DateTimeFormat(locale, options),
};
