import type { AccessNote, HeldDataSet, JobView, Reported, Restriction } from '../../contract';
import { listAudit } from '../audit';
import type { AuditLine } from '../data-sets/audit';
import type { Engine } from '../engine';
import { findErasure } from '../erasure/running';
import { countsOf } from '../erasure/preview';
import { describeSet } from '../notice/data-sets';
import { seenOnSite } from '../on-site';
import { reportedOf } from '../reporting/reported';
import { restrictionOf } from '../restriction';
import { readSettings } from '../settings';
import { readSubject, type Subject } from '../subjects';

export interface Overview {
  accountId: string;
  dataSets: HeldDataSet[];
  registeredAt?: string;
  restriction?: Restriction;
  reported?: Reported;
  erasing?: JobView;
  acknowledgedVersion?: string;
  acknowledgedAt?: string;
  accesses: AccessNote[];
}

const LINES_AT_ONCE = 98;
/** Further pages are not read once there are so many. */
const MOST_ACCESSES = 200;

/** Everything held about the person who looks, by data set, with strictly read counts; and who looked at it, by role and day. */
export async function overviewOf(engine: Engine, accountId: string): Promise<Overview> {
  const { subject: read } = await readSubject(engine, accountId);
  const subject = await seenOnSite(engine, read);
  if (!subject) {
    const erasing = await findErasure(engine, accountId);
    return { accountId, dataSets: [], accesses: [], ...(erasing && { erasing }) };
  }
  const { standing, person } = subject;
  const restriction = restrictionOf(standing);
  const reported = await reportedOf(engine, subject);
  return {
    accountId,
    dataSets: await heldSets(engine, subject),
    registeredAt: person.registeredAt,
    ...(restriction && { restriction }),
    ...(reported && { reported }),
    ...(standing.noticeVersion && { acknowledgedVersion: standing.noticeVersion }),
    ...(standing.noticeAt && { acknowledgedAt: standing.noticeAt }),
    accesses: await accessesTo(engine, person.token),
  };
}

async function heldSets(engine: Engine, subject: Subject): Promise<HeldDataSet[]> {
  const counts = countsOf(engine, subject);
  const settings = await readSettings(engine);
  return engine.store.map
    .map((set) => {
      const { name, title, what, purpose, lawfulBasis, retention } = describeSet(set, settings);
      return { name, title, what, records: counts[name] ?? 0, purpose, lawfulBasis, retention };
    })
    .filter(({ records }) => records > 0);
}

/**
 * What others did with the person's data, newest first, what happened more than once on a day told once. What they did
 * themselves they know; it is passed over, however much of it there is.
 */
async function accessesTo(engine: Engine, token: string): Promise<AccessNote[]> {
  const notes = new Map<string, AccessNote>();
  let after: string | undefined;
  do {
    const { lines, next } = await listAudit(engine, { subject: token, after, limit: LINES_AT_ONCE });
    for (const line of lines) {
      if (line.role === 'person') continue;
      const note = toNote(line);
      notes.set(JSON.stringify(note), note);
    }
    after = next;
  } while (after !== undefined && notes.size < MOST_ACCESSES);
  return [...notes.values()];
}

const toNote = ({ position, role, event, reason }: AuditLine): AccessNote => ({
  on: position.slice(0, 10),
  role,
  what: event,
  ...(reason !== undefined && { reason }),
});
