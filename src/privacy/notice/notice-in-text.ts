import * as v from 'valibot';
import type { Notice } from '../../contract';
import { isDay, isJiraId } from '../../storage/kinds';
import type { NoticeLanguage } from '../data-sets/languages';
import { versionOfText, type NoticeContent } from './notice';

const words = v.string();
const CONTENT = v.object({
  policyDate: v.custom<string>(isDay),
  vendor: v.object({ name: words, contact: words }),
  controllerPage: v.exactOptional(v.custom<string>(isJiraId)),
  line: words,
  screen: v.array(v.object({ id: words, asks: words, answer: words })),
  sections: v.array(
    v.object({
      id: words,
      title: words,
      paragraphs: v.array(v.object({ text: words, source: v.exactOptional(words) })),
    }),
  ),
  dataSets: v.array(
    v.object({
      name: words,
      title: words,
      what: words,
      fields: v.array(v.object({ name: words, what: words, category: words })),
      purpose: words,
      lawfulBasis: words,
      retention: words,
      onErasure: words,
      exported: v.boolean(),
    }),
  ),
});

/** What each language says; the app's first versions knew English only, and their texts say it without naming it. */
const SPOKEN = v.union([
  v.object({ en: CONTENT, de: v.exactOptional(CONTENT), fr: v.exactOptional(CONTENT) }),
  v.pipe(
    CONTENT,
    v.transform((en): { en: NoticeContent; de?: NoticeContent; fr?: NoticeContent } => ({ en })),
  ),
]);

/**
 * The notice in a text that was stored, be it of another version of the app: in this language, or else in English. Nothing
 * where it is not that version.
 */
export function noticeInText(text: string, version: string, wanted: NoticeLanguage): Notice | undefined {
  if (versionOfText(text) !== version) return undefined;
  const spoken = v.safeParse(SPOKEN, asJson(text));
  if (!spoken.success) return undefined;
  const { [wanted]: said, en } = spoken.output;
  return said ? { version, language: wanted, ...said } : { version, language: 'en', ...en };
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
