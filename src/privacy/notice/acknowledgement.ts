import type { NoticeLanguage } from '../data-sets/languages';
import type { Engine } from '../engine';
import { toInstant } from '../time';
import { writeAbout } from '../person/write';

/** What somebody read. */
interface Read {
  version: string;
  language: NoticeLanguage;
}

/**
 * Notes that a person acknowledged a version of the notice, and in which language they read it. It registers nobody: someone
 * about whom nothing is kept has nothing to acknowledge yet, and gets nothing back.
 */
export function acknowledge(
  engine: Engine,
  accountId: string,
  { version, language }: Read,
): Promise<string | undefined> {
  const now = engine.now();
  const at = toInstant(now);
  return writeAbout<string | undefined>(engine, {
    accountId,
    causedAt: now,
    onSite: true,
    reads: [],
    plan: ({ subject }) => {
      if (!subject) return { done: undefined };
      const { noticeVersion, noticeAt } = subject.standing;
      if (noticeVersion === version && noticeAt !== undefined) return { done: noticeAt };
      const standing = { noticeVersion: version, noticeAt: at, noticeLanguage: language };
      return { write: [], standing, result: at };
    },
  });
}
