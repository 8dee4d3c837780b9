import type { Engine } from '../engine';
import { toInstant } from '../time';
import { writeAbout } from '../person/write';

/**
 * Notes that a person acknowledged a version of the notice. It registers nobody: someone about whom nothing is kept has
 * nothing to acknowledge yet, and gets nothing back.
 */
export function acknowledge(engine: Engine, accountId: string, version: string): Promise<string | undefined> {
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
      return { write: [], standing: { noticeVersion: version, noticeAt: at }, result: at };
    },
  });
}
