import type { Notice, NoticeParagraph, NoticeSection } from '../../contract';
import type { DataMap } from '../../storage/data-set';
import { sayIn, type Say } from '../../words';
import { NOTICE_LANGUAGES, type NoticeLanguage } from '../data-sets/languages';
import { sha256 } from '../digest';
import type { Engine } from '../engine';
import { textOf, type Section } from './claim';
import { describeSet } from './describe';
import { readInForce, factsOf, type InForce, type Facts } from './in-force';
import { SECTIONS } from './text';
import { QUESTIONS } from './text/one-screen';
import { POLICY_DATE, VENDOR } from './words';

/** What a notice says in one language. */
export type NoticeContent = Omit<Notice, 'version' | 'language'>;

/** The notice in every language: one version covers them all, so that a corrected translation is a new one. */
export interface Notices {
  version: string;
  /** All that it says in all languages: the version is a digest of it. */
  text: string;
  in: (language: NoticeLanguage) => Notice;
}

/**
 * The notice (GDPR art. 13) in its three layers: a line, a screen, and the full text with the table of the data map. It says
 * what is in force. Its version changes with everything it says, in whichever language.
 */
export function noticesOf(map: DataMap, inForce: InForce): Notices {
  const contents = Object.fromEntries(
    NOTICE_LANGUAGES.map((language) => [language, contentIn(sayIn(language), map, inForce)]),
  ) as Record<NoticeLanguage, NoticeContent>;
  const text = JSON.stringify(contents);
  const version = versionOfText(text);
  return { version, text, in: (language) => ({ version, language, ...contents[language] }) };
}

/** The version of a notice with this text. */
export const versionOfText = (text: string): string => sha256(text).slice(0, 16);

function contentIn(say: Say, map: DataMap, inForce: InForce): NoticeContent {
  const { settings } = inForce;
  const facts = factsOf(map, inForce, say);
  return {
    policyDate: POLICY_DATE,
    vendor: { ...VENDOR },
    ...(settings.controllerPage !== undefined && { controllerPage: settings.controllerPage }),
    line: say('notice.line', { period: facts.period }),
    screen: QUESTIONS.map(({ id, asks, text }) => ({
      id,
      asks: say(asks),
      answer: textOf({ text }, facts, say) ?? '',
    })),
    sections: SECTIONS.map((section) => sectionOf(section, facts, say)),
    dataSets: map.filter(({ about }) => about !== 'nobody').map((set) => describeSet(set, settings, say)),
  };
}

const sectionOf = ({ id, title, claims }: Section, facts: Facts, say: Say): NoticeSection => ({
  id,
  title: say(title),
  paragraphs: claims.flatMap((claim): NoticeParagraph[] => {
    const text = textOf(claim, facts, say);
    const { source } = claim;
    return text === undefined ? [] : [{ text, ...(source !== undefined && { source: say(source) }) }];
  }),
});

/** The notice as it is under what is in force. */
export const currentNotices = async (engine: Engine): Promise<Notices> =>
  noticesOf(engine.store.map, await readInForce(engine));

/** Digest of the data map: what an erasure and its receipt refer to. */
export const mapVersionOf = (map: DataMap): string => sha256(JSON.stringify(map)).slice(0, 16);
