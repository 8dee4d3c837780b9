import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LocalForgeError } from '../errors';
import type { ManifestShape } from './shape';

/** What a module is called: a text, or the name of one in the app's translations. */
export type Title = string | { i18n: string };

/** The texts of the manifest by locale, and where a locale's are looked up that has none (manifest-reference, "Translations"). */
export interface Translations {
  texts: ReadonlyMap<string, unknown>;
  fallback: Readonly<Record<string, string | readonly string[]>>;
}

const NONE: Translations = { texts: new Map(), fallback: {} };

/**
 * Reads the files that a manifest names.
 * @param folder where the paths begin
 * @throws LocalForgeError where a file is not there, is no JSON, or the default one lacks what the manifest names
 */
export function readTranslations({ translations, modules }: ManifestShape, folder: string): Translations {
  if (!translations) return NONE;
  const { resources, fallback } = translations;
  const read = { texts: new Map(resources.map(({ key, path }) => [key, textsIn(folder, path)])), fallback };
  const titles = Object.values(modules).flatMap((list) =>
    list.flatMap(({ title, label }: Record<string, unknown>) => [title, label]),
  );
  for (const title of titles) {
    if (isTranslated(title) && lookUp(read, fallback.default, title.i18n) === undefined)
      throw new LocalForgeError(
        `The manifest names the text ${title.i18n}, which the translations for ${fallback.default} lack.`,
      );
  }
  return read;
}

function textsIn(folder: string, path: string): unknown {
  try {
    return JSON.parse(readFileSync(join(folder, path), 'utf8')) as unknown;
  } catch {
    throw new LocalForgeError(`The translations ${path} are not there, or are no JSON.`);
  }
}

/** A title in a locale, then in those it falls back to, then in the default; else its name. */
export function titleIn(translations: Translations, title: Title, locale: string): string {
  if (typeof title === 'string') return title;
  const { fallback } = translations;
  const found = [locale, fallback[locale] ?? [], fallback['default'] ?? []]
    .flat()
    .map((one) => lookUp(translations, one, title.i18n))
    .find((text) => text !== undefined);
  return found ?? title.i18n;
}

export const isTranslated = (title: unknown): title is { i18n: string } =>
  typeof title === 'object' && title !== null && 'i18n' in title && typeof title.i18n === 'string';

/** A text under its whole name, or in mappings one inside the other; the first wins. */
function lookUp({ texts }: Translations, locale: string, name: string): string | undefined {
  const all = texts.get(locale);
  const text = memberOf(all, name) ?? name.split('.').reduce(memberOf, all);
  return typeof text === 'string' ? text : undefined;
}

const memberOf = (of: unknown, name: string): unknown =>
  typeof of === 'object' && of !== null && Object.hasOwn(of, name)
    ? (of as Record<string, unknown>)[name]
    : undefined;
