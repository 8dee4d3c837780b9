import type { RelayedDuty } from '../privacy/data-sets/relay';
import type { Engine } from '../privacy/engine';
import { takeUpErasures } from '../privacy/erasure/resume';
import { countPeople } from '../privacy/person/figures';
import { eraseRemoved } from '../privacy/restriction/removal';
import { carryOutApproved } from '../privacy/requests/approval';
import { runRetention } from '../privacy/retention/retention';
import { dropTotals } from '../privacy/retention/totals';
import { readSettings } from '../privacy/settings';
import { eraseAnnounced } from '../privacy/webhook/erase';
import { takeUpAnnounced } from '../privacy/webhook/resume';
import { runUndo } from '../privacy/webhook/undo/run';

/** Carries a duty out, from where an event before it came to. */
type Duty = (engine: Engine, from?: Readonly<Record<string, string>>) => Promise<unknown>;

/** Duties that go on by events of the queue until there is no more to do. */
export const RELAYED: Readonly<Record<RelayedDuty, Duty>> = {
  retention: runRetention,
  removed: eraseRemoved,
  totals: async (engine) => dropTotals(engine, await readSettings(engine)),
  erasures: takeUpErasures,
  requests: carryOutApproved,
  announcements: takeUpAnnounced,
  closures: eraseAnnounced,
  figures: countPeople,
  undo: runUndo,
};
