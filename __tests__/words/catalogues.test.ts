import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import { languages, readCatalogue } from '../../scripts/lib/words.mjs';
import { NOTICE_LANGUAGES } from '../../src/privacy/data-sets/languages';
import { LANGUAGES } from '../../static/shared/words/languages';
import { projectFiles, textOf } from '../project/project-files';
import { textsSaid } from './texts-said';

const ENGLISH = readCatalogue('en');
const OTHERS = LANGUAGES.filter((language) => language !== 'en');

/** A sentence has at most so many words, in every language. */
const MOST_WORDS = 25;

/** Words that people do not know, that the glossary has another word for, or that the language does not say like this. */
const BANNED: Readonly<Record<(typeof LANGUAGES)[number], readonly RegExp[]>> = {
  en: [
    /;/,
    /\b(issue|worklog|project|vendor|company|employer)s?\b/i,
    /\b(token|digest|cohort|epoch|fence|data map)s?\b/i,
    /\b(any more|meanwhile|as a rule|no sooner than|nobody but|whoever|goes on|by itself|stands?)\b/i,
    // People read "delete" everywhere; "erasure" is the word of the law for a right, and of the code.
    /(?<!right to )\beras(?:e|ing|ure)/i,
    /\bgone\b/i,
    /\b(held|holds?|under way|break off|broke off|scans?)\b|\bmark (?:the|this) (?:text|code|secret)\b/i,
    // What the app has of people it stores. People and Atlassian may keep something, and a law may say so.
    /\b(app|site|organisation) keeps?\b|\b(?:is|are|was|were|be|nothing|records?|data|entries) kept\b|\bkept (?:for|until)\b/i,
    // What people want is a request, on every page and in the audit log. They ask a question.
    /\bask(?:s|ed|ing)? (?:for|by|on)\b|\bhand(?:s|ed|ing)? in\b/i,
  ],
  de: [
    /\b(Ticket|Issue|Worklog|Projekt|Firma|Arbeitgeber|Hersteller|Kohorte)(s|n|en|e)?\b/,
    // A request is an „Antrag“, and the app „leitet“ one „weiter“.
    /\b(Anfragen?|[Ee]inreich\w+|[Ee]ingereicht\w*|[Aa]ngefragt|[Aa]ngefordert)\b/,
    // People are addressed with „du“.
    /[\p{Ll},] (Sie|Ihre?|Ihnen|Ihre[mnrs])\b/u,
  ],
  fr: [
    /\b(issue|worklog|projet|société|employeur|éditeur|cohorte)s?\b/i,
    /(?<!\p{L})(sollicitations?|exportations?)(?!\p{L})/iu,
    // People are addressed with “vous”.
    /(?<!\p{L})(tu|tes|toi)(?!\p{L})/iu,
  ],
};

/** What is the same in two languages. */
const ALIKE = new Set([
  'admin.tab-webhook',
  'audit.by-atlassian',
  'audit.csv-code',
  'common.actions',
  'common.information',
  'common.page',
  'common.person',
  'data.installation-title',
  'data.webhook-title',
  'export.total',
  'manifest.privacy-center',
  'notice.view-version-head',
  'time.date',
]);

/** The arguments and tags of a message, with the way in which each is written. */
function argumentsOf(parts: MessageFormatElement[]): string[] {
  const found = parts.flatMap((part): string[] => {
    switch (part.type) {
      case TYPE.literal:
      case TYPE.pound:
        return [];
      case TYPE.tag:
        return [`<${part.value}>`, ...argumentsOf(part.children)];
      case TYPE.plural:
      case TYPE.select:
        return [part.value, ...Object.values(part.options).flatMap(({ value }) => argumentsOf(value))];
      default:
        return [part.value];
    }
  });
  return [...new Set(found)].sort();
}

const argumentsIn = (text: string): string[] => argumentsOf(parse(text));

/** A message in each of its cases. */
const casesOf = (parts: MessageFormatElement[]): string[] =>
  parts.reduce<string[]>(
    (before, part) => {
      const after = casesOfPart(part);
      return before.flatMap((one) => after.map((other) => one + other));
    },
    [''],
  );

function casesOfPart(part: MessageFormatElement): string[] {
  switch (part.type) {
    case TYPE.literal:
      return [part.value];
    case TYPE.tag:
      return casesOf(part.children);
    case TYPE.plural:
    case TYPE.select:
      return Object.values(part.options).flatMap(({ value }) => casesOf(value));
    default:
      return ['9'];
  }
}

const sentencesOf = (text: string): string[] =>
  casesOf(parse(text)).flatMap((words) => words.split(/(?<=[.?!:])\s+/));

it('Every language has a catalogue and a notice, and Jira has its titles', () => {
  const inManifest = [...textOf('manifest.yml').matchAll(/words\/(\w+)\/manifest\.json/g)];
  expect(languages().sort()).toEqual([...LANGUAGES].sort());
  expect([...NOTICE_LANGUAGES].sort()).toEqual([...LANGUAGES].sort());
  expect(inManifest.map(([, language]) => language).sort()).toEqual([...LANGUAGES].sort());
});

describe.each(OTHERS)('The catalogue in %s', (language) => {
  const messages = readCatalogue(language);

  it('says what the English says: no message less, and none more', () => {
    expect(Object.keys(messages).sort()).toEqual(Object.keys(ENGLISH).sort());
  });

  it('has the same arguments in each message', () => {
    const differing = Object.entries(messages).filter(
      ([key, text]) => argumentsIn(text).join() !== argumentsIn(ENGLISH[key] ?? '').join(),
    );
    expect(differing).toEqual([]);
  });

  it('is translated', () => {
    const equal = Object.entries(messages).filter(
      ([key, text]) =>
        text === ENGLISH[key] && /\p{L}{3}/u.test(text.replace(/\{.*?\}|<\/?\w+>/g, '')) && !ALIKE.has(key),
    );
    expect(equal).toEqual([]);
  });
});

describe.each(LANGUAGES)('The sentences in %s', (language) => {
  const messages = Object.entries(readCatalogue(language));

  it('have one idea each', () => {
    const long = messages.flatMap(([key, text]) =>
      sentencesOf(text)
        .filter(
          (sentence) => sentence.split(/\s+/).filter((word) => /[\p{L}\d]/u.test(word)).length > MOST_WORDS,
        )
        .map((sentence) => [key, sentence]),
    );
    expect(long).toEqual([]);
  });
});

/** What a language would not print: a straight apostrophe, or a space at which a line must not break. */
const MISPRINTED: Readonly<Record<string, RegExp>> = {
  en: /\w'|"/,
  de: /\w'|"|”|\S…/,
  // A narrow no-break space at « ; ? ! », a wide one before a colon, and no other.
  fr: /\w'|"|«(?!\u202f)|[^\u202f][;?!»]|[^\u00a0]:(?!\d)|\u202f(?![;?!»])(?<!«\u202f)/,
};

it.each(LANGUAGES)('The signs in %s are those of a printed text', (language) => {
  const wrong = Object.entries(readCatalogue(language)).filter(([, text]) =>
    // Without the names of arguments and tags, and their syntax.
    MISPRINTED[language]?.test(text.replace(/<\/?\w+>/g, '')),
  );
  expect(wrong).toEqual([]);
});

it.each(LANGUAGES)('The catalogue in %s has the words of the glossary', (language) => {
  // What is printed: the names of arguments are the code's words.
  const wrong = Object.entries(readCatalogue(language)).filter(([, text]) =>
    casesOf(parse(text)).some((words) => BANNED[language].some((banned) => banned.test(words))),
  );
  expect(wrong).toEqual([]);
});

/** Says in every language that no catalogue came. */
const WITHOUT_CATALOGUE = 'static/shared/start-page.tsx:';

/** The provider, whose name is the same in every language. */
const PROVIDER = 'Cappsule Sàrl';

/** Words between the store and what it is built on, which reach nobody. */
const IN_STORAGE = /^src\/storage\/(?:carry|failures)\.ts: (?:as it was read|fetch failed)$/;

/** What the manifest calls by name: its titles have a file of their own for each language. */
const titlesInManifest = (): string[] =>
  [...textOf('manifest.yml').matchAll(/i18n: ([\w-]+)/g)].map(([, name]) => `manifest.${name}`);

describe('The code', () => {
  const said = projectFiles()
    .filter((file) => /^(static|src)\/.*\.tsx?$/.test(file))
    .map((file) => textsSaid(file, textOf(file)));

  it('says every message, alone or by the beginning of its key', () => {
    const keys = new Set([...said.flatMap(({ strings }) => strings), ...titlesInManifest()]);
    const beginnings = said.flatMap(({ heads }) => heads);
    const unused = Object.keys(ENGLISH).filter(
      (key) => !keys.has(key) && !beginnings.some((beginning) => key.startsWith(beginning)),
    );
    expect(unused).toEqual([]);
  });

  it('gives each message the arguments that it has', () => {
    const wrong = said
      .flatMap(({ calls }) => calls)
      .filter(
        ({ key, given }) =>
          given.join() !==
          argumentsIn(ENGLISH[key] ?? '')
            .map((name) => name.replace(/[<>]/g, ''))
            .sort()
            .join(),
      );
    expect(wrong).toEqual([]);
  });

  it('has no text of its own that people would read', () => {
    const own = said
      .flatMap(({ texts }) => texts)
      .filter((text) => !text.startsWith(WITHOUT_CATALOGUE) && !text.endsWith(`: ${PROVIDER}`))
      .filter((text) => !IN_STORAGE.test(text));
    expect(own).toEqual([]);
  });
});
