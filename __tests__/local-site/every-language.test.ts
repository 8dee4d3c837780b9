import { readCatalogue } from '../../scripts/lib/words.mjs';
import { VENDOR } from '../../src/privacy/notice/words';
import { cutOff } from './support/cut-off';
import { ADMINISTRATOR, entriesOf, JIRA, user } from './support/entries';
import {
  isThere,
  lookOf,
  OF_ADMINISTRATORS,
  OF_EVERYBODY,
  onWorkItem,
  pathsByKey,
  placesOf,
  textsOf,
  type Place,
} from './support/every-page';
import { overflow } from './support/findings';
import type { PersonsWindow } from './support/open-browser';
import { stageWith } from './support/window-of';

jest.setTimeout(300_000);

const { site, windowOf } = stageWith(() => [
  ...entriesOf(user(0).accountId, 30),
  ...entriesOf(user(1).accountId, 3),
]);

const ENGLISH = readCatalogue('en');
/** Words that English sentences have and German and French ones have not. */
const IN_ENGLISH = /\b(the|and|of|your|you|this|which|been|they|who|with)\b/i;
const KEY = /^[a-z][a-z-]*\.[a-z0-9-]+$/;

/** What people of the made-up site wrote, in English, the longest first. */
const TITLES = JIRA.issues.map(({ summary }) => summary).sort((one, other) => other.length - one.length);
const untitled = (text: string): string => TITLES.reduce((rest, title) => rest.replaceAll(title, ''), text);

/** What of it is English, or the key of a message. */
function foreignIn(texts: readonly string[], language: string): string[] {
  const own = new Set(Object.values(readCatalogue(language)));
  const english = new Set(Object.values(ENGLISH).filter((text) => !own.has(text)));
  return texts
    .map(untitled)
    .filter(
      (text) =>
        english.has(text) || IN_ENGLISH.test(text) || (KEY.test(text) && Object.hasOwn(ENGLISH, text)),
    );
}

/** Words that no catalogue has: of people, the provider, times and days, and the data sets, which the notice says in English. */
const NAMES = new Set(
  [
    VENDOR.name,
    ...['AM', 'PM'],
    ...JIRA.people.map(({ displayName }) => displayName),
    ...Array.from({ length: 12 }, (_, month) => inEnglish(new Date(2026, month, 1), 'month')).flat(),
    ...Array.from({ length: 7 }, (_, day) => inEnglish(new Date(2026, 0, day + 1), 'weekday')).flat(),
    ...Object.keys(ENGLISH).flatMap((key) => (/^data\..+-title$/.test(key) ? (ENGLISH[key] ?? '') : [])),
  ].flatMap((name) => name.split(' ')),
);

function inEnglish(day: Date, part: 'month' | 'weekday'): string[] {
  return ['long', 'short'].map((length) => day.toLocaleString('en', { [part]: length }));
}

/** What no catalogue says: words without the accents that the pseudo-language gives to each message. */
const unaccentedIn = (texts: readonly string[]): string[] =>
  texts.filter((text) => {
    const words = untitled(text).match(/(?<![\p{L}\d@.:-])[A-Za-z]+(?![\p{L}\d@-])/gu) ?? [];
    return words.some((word) => /[aeiou]/i.test(word) && !NAMES.has(word));
  });

const SPEAKING: Readonly<Record<string, (texts: readonly string[]) => string[]>> = {
  'en-XA': unaccentedIn,
  'ar-XB': () => [],
};

const PSEUDO = Object.keys(SPEAKING);

/** What is wrong with how pages speak and fit into 360 px: by address, nothing where all is right. */
async function wrongWith(window: PersonsWindow, language: string, places: readonly Place[]) {
  const right = { lang: language, dir: language === 'ar-XB' ? 'rtl' : 'ltr' };
  const wrong: Record<string, unknown> = {};
  for (const place of places) {
    await place.go();
    await isThere(window);
    const texts = await textsOf(window);
    const foreign = SPEAKING[language]?.(texts) ?? foreignIn(texts, language);
    // Titles are shortened where there is no room for all of one.
    const cut = (await cutOff(window)).filter((text) => untitled(text) === text);
    const found = {
      look: await lookOf(window),
      foreign,
      cut,
      beyond: await overflow(window),
    };
    const none = { look: right, foreign: [], cut: [], beyond: [0, 0] };
    if (JSON.stringify(found) !== JSON.stringify(none)) wrong[place.path] = found;
  }
  return wrong;
}

describe.each([
  ['de', 'de-DE'],
  ['fr', 'fr-FR'],
  ['en-XA', 'en-XA'],
  ['ar-XB', 'ar-XB'],
])('In %s', (language, locale) => {
  it('every page says all of it in this language, and fits into 360 px', async () => {
    const window = await windowOf({ accountId: ADMINISTRATOR.accountId, locale, width: 360 });
    const own = PSEUDO.includes(language) ? [] : OF_EVERYBODY;
    const places = await placesOf(window, site(), [...own, ...OF_ADMINISTRATORS]);
    expect(await wrongWith(window, language, places)).toEqual({});
    expect(window.said).toEqual([]);
  });

  it('so do the pages of somebody with data, and what stands on a work item', async () => {
    const window = await windowOf({ accountId: user(0).accountId, locale, width: 360 });
    const places = await placesOf(window, site(), OF_EVERYBODY);
    expect(await wrongWith(window, language, [...places, onWorkItem(window, language)])).toEqual({});
    expect(window.said).toEqual([]);
  });
});

test.each(['de-DE', 'fr-FR'])(
  'In %s a colon as in this language stands after what a number is, where a table’s rows are blocks',
  async (locale) => {
    const window = await windowOf({ accountId: user(0).accountId, locale, width: 360 });
    const { 'my-data': path } = await pathsByKey(window, site());
    await window.go(`${path}/entries`);
    const number = window.app.locator('td[data-label]').first();
    const before = await number.evaluate((cell) => getComputedStyle(cell, '::before').content);
    expect(before).toMatch(locale === 'fr-FR' ? /\u00a0: "$/ : /[^\u00a0]: "$/);
  },
);
