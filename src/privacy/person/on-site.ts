import type { Engine } from '../engine';
import type { Subject } from './subject';
import { writeAbout } from './write';

/** A person who looks at the app and so is on the site: costs something only where Jira said that they were removed. */
export async function seenOnSite(engine: Engine, subject: Subject | undefined): Promise<Subject | undefined> {
  if (subject?.standing.removedAt === undefined) return subject;
  return writeAbout<Subject | undefined>(engine, {
    accountId: subject.person.accountId,
    causedAt: engine.now(),
    registers: false,
    onSite: true,
    reads: [],
    plan: (state) => (state.subject ? { write: [], result: state.subject } : { done: undefined }),
  });
}
