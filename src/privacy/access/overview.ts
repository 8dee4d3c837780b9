import { listAudit } from '../audit';
import type { AccessReason, AuditEvent, AuditRole } from '../data-sets/audit';
import type { Engine } from '../engine';
import { findErasure } from '../erasure/fence';
import type { JobView } from '../erasure/jobs';
import { countsOf } from '../erasure/preview';
import { describeSet } from '../notice/data-sets';
import { restrictionOf, type Restriction } from '../restriction';
import { readSettings } from '../settings';
import { readSubject, type Subject } from '../subjects';

export interface Overview {
  accountId: string;
  dataSets: HeldDataSet[];
  registeredAt?: string;
  restriction?: Restriction;
  erasing?: JobView;
  acknowledgedVersion?: string;
  acknowledgedAt?: string;
  accesses: AccessNote[];
}

export interface HeldDataSet {
  name: string;
  title: string;
  what: string;
  records: number;
  purpose: string;
  lawfulBasis: string;
  retention: string;
}

export interface AccessNote {
  on: string;
  role: AuditRole;
  what: AuditEvent;
  reason?: AccessReason;
}

const MOST_ACCESSES = 50;

/** Everything held about a person, by data set, with strictly read counts; and who looked at it, by role and day. */
export async function overviewOf(engine: Engine, accountId: string): Promise<Overview> {
  const { subject } = await readSubject(engine, accountId);
  if (!subject) {
    const erasing = await findErasure(engine, accountId);
    return { accountId, dataSets: [], accesses: [], ...(erasing && { erasing }) };
  }
  const { standing, person } = subject;
  const restriction = restrictionOf(standing);
  return {
    accountId,
    dataSets: await heldSets(engine, subject),
    registeredAt: person.registeredAt,
    ...(restriction && { restriction }),
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

/** What others did with the person's data; what they did themselves they know. */
async function accessesTo(engine: Engine, token: string): Promise<AccessNote[]> {
  const { lines } = await listAudit(engine, { subject: token, limit: MOST_ACCESSES });
  return lines
    .filter(({ role }) => role !== 'person')
    .map(({ position, role, event, reason }) => ({
      on: position.slice(0, 10),
      role,
      what: event,
      ...(reason !== undefined && { reason }),
    }));
}
