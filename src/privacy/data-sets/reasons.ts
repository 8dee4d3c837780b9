import type { Purpose } from '../../storage/purposes';

/** Why an administrator uses or erases someone else's data, told to that person: a closed list of what a purpose allows. */
const REASON_PURPOSES = {
  'person-asked': 'requests',
  correction: 'correction',
  'left-organisation': 'departures',
  'no-longer-needed': 'legal-duty',
  unlawful: 'legal-duty',
  'legal-duty': 'legal-duty',
  objection: 'requests',
  security: 'incident',
} as const satisfies Record<string, Purpose>;
type AllowedReason = keyof typeof REASON_PURPOSES;

/** The reasons that may be given for everything but an erasure. */
export const GIVEN_REASONS = [
  'person-asked',
  'correction',
  'left-organisation',
  'legal-duty',
  'security',
] as const satisfies readonly AllowedReason[];
/** Also those in rows of version 0.1.0: helping with a support request is no purpose of its own. */
export const ACCESS_REASONS = [...GIVEN_REASONS, 'support'] as const;
export type AccessReason = (typeof ACCESS_REASONS)[number];

/** The reasons to erase somebody: those for which the law wants it (GDPR art. 17(1)), and that they left. */
export const ERASURE_REASONS = [
  'person-asked',
  'left-organisation',
  'no-longer-needed',
  'unlawful',
  'legal-duty',
  'objection',
] as const satisfies readonly AllowedReason[];
export type ErasureReason = (typeof ERASURE_REASONS)[number];

/** What lines and erasures may hold: before, somebody could be erased for any of the others, too. */
export const AUDIT_REASONS = [...(Object.keys(REASON_PURPOSES) as AllowedReason[]), 'support'] as const;
export type AuditReason = (typeof AUDIT_REASONS)[number];

/** Why it is asked which administrator acted: the person wants to know, or a duty or an incident does. */
export const ACTOR_REASONS = [
  'person-asked',
  'legal-duty',
  'security',
] as const satisfies readonly AccessReason[];
export type ActorReason = (typeof ACTOR_REASONS)[number];

/** Why everybody who has data here is listed. */
export const INCIDENT_REASONS = ['security'] as const satisfies readonly AccessReason[];
export type IncidentReason = (typeof INCIDENT_REASONS)[number];
