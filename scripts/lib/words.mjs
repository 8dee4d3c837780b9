import {
  isPluralElement,
  isSelectElement,
  isTagElement,
  parse,
  TYPE,
} from '@formatjs/icu-messageformat-parser';
import { readdirSync, readFileSync } from 'node:fs';
import { at } from './root.mjs';

/** @typedef {import('@formatjs/icu-messageformat-parser').MessageFormatElement} Element */
/** @typedef {Record<string, string>} Catalogue messages in ICU syntax by key, `area.name` */

/** The languages that have a catalogue: the folders of `words/`. */
export const languages = () =>
  readdirSync(at('words'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);

/** All messages of a language. @param {string} language @returns {Catalogue} */
export function readCatalogue(language) {
  const files = readdirSync(at(`words/${language}`)).filter((file) => file.endsWith('.json'));
  return Object.fromEntries(
    files.flatMap((file) => {
      const messages = /** @type {Catalogue} */ (
        JSON.parse(readFileSync(at(`words/${language}/${file}`), 'utf8'))
      );
      return Object.entries(messages).map(([name, text]) => [
        `${file.slice(0, -'.json'.length)}.${name}`,
        text,
      ]);
    }),
  );
}

/**
 * A message as pages get it: plain text as it is, and what has arguments in parts.
 * @param {string} text in ICU syntax
 * @returns {string | Element[]}
 */
export function compileMessage(text) {
  const parts = parse(text);
  const [first] = parts;
  if (parts.length === 0) return '';
  return parts.length === 1 && first?.type === TYPE.literal ? first.value : parts;
}

/** Every letter with its accented look-alike. */
const ACCENTED = Object.fromEntries(
  [...'aeiounycszAEIOUNYCSZ'].map((letter, index) => [letter, [...'åéîöûñýçšžÅÉÎÖÛÑÝÇŠŽ'][index] ?? letter]),
);

/** English with accents, and two fifths longer. @param {string} text */
const longer = (text) => {
  const letters = text.replace(/[a-z]/gi, (letter) => ACCENTED[letter] ?? letter);
  const more = Math.ceil(text.trim().length * 0.4);
  return text.trim() === '' ? text : `${letters}${'~'.repeat(more)}`;
};

/** English between the marks that have it read from right to left. @param {string} text */
const turned = (text) => (text.trim() === '' ? text : `\u202e${text}\u202c`);

/** Two languages nobody speaks, made of the English. */
export const PSEUDO = { 'en-XA': longer, 'ar-XB': turned };

/**
 * A message of a pseudo-language.
 * @param {string | Element[]} message
 * @param {(text: string) => string} change
 * @returns {string | Element[]}
 */
export const inPseudo = (message, change) =>
  typeof message === 'string' ? change(message) : message.map((part) => pseudoPart(part, change));

/** @param {Element} part @param {(text: string) => string} change @returns {Element} */
function pseudoPart(part, change) {
  /** @param {Element[]} parts */
  const inside = (parts) => parts.map((inner) => pseudoPart(inner, change));
  if (part.type === TYPE.literal) return { ...part, value: change(part.value) };
  if (isTagElement(part)) return { ...part, children: inside(part.children) };
  if (isPluralElement(part) || isSelectElement(part)) {
    const options = Object.entries(part.options).map(([name, { value }]) => [name, { value: inside(value) }]);
    return { ...part, options: Object.fromEntries(options) };
  }
  return part;
}

/** The compiled messages of every language, pseudo-languages too. @returns {Record<string, Record<string, string | Element[]>>} */
export function compiledCatalogues() {
  const compiled = Object.fromEntries(
    languages().map((language) => [
      language,
      Object.fromEntries(
        Object.entries(readCatalogue(language)).map(([key, text]) => [key, compileMessage(text)]),
      ),
    ]),
  );
  for (const [language, change] of Object.entries(PSEUDO)) {
    const english = Object.entries(compiled['en'] ?? {});
    compiled[language] = Object.fromEntries(
      english.map(([key, message]) => [key, inPseudo(message, change)]),
    );
  }
  return compiled;
}
