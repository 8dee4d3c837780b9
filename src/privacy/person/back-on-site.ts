import type { Change } from '../../storage/store';
import { auditChange } from '../audit';
import type { Standing } from '../data-sets/registration';
import { withoutHint, type Subject } from './standing';

/** A person who is on the site again, with the line of the audit log that says so. */
interface BackOnSite {
  subject: Subject;
  line: Change;
}

/**
 * Whoever uses the app is on the site, whatever Jira said before: neither that nor the restriction which came of it holds
 * any more. Nothing where they were not removed.
 */
export function backOnSite(now: Date, subject: Subject | undefined): BackOnSite | undefined {
  if (subject?.standing.removedAt === undefined) return undefined;
  const { person, standing } = subject;
  const next = { ...standing, ...withoutHint(standing, 'removedAt').unsaid };
  return {
    subject: { person, standing: next as Standing },
    line: auditChange(now, { event: 'came-back', role: 'person', subject: person.token }),
  };
}
