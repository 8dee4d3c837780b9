import type { RelayedDuty } from '../privacy/data-sets/relay';
import type { Engine, Walk } from '../privacy/engine';
import { resumeErasures } from '../privacy/erasure/resume';
import { countReaders } from '../privacy/notice/readers';
import { countPeople } from '../privacy/person/figures';
import { resumeApproved } from '../privacy/requests/approval';
import { eraseRemoved } from '../privacy/restriction/removal';
import { runRetention } from '../privacy/retention/retention';
import { dropTotals } from '../privacy/retention/totals';
import { readSettings } from '../privacy/settings/settings';
import { eraseAnnounced } from '../privacy/webhook/erase';
import { resumeAnnounced } from '../privacy/webhook/resume';
import { runUndo } from '../privacy/webhook/undo/run';

/** Carries a duty out, from where an event before it came to. */
type Duty = (engine: Engine, from?: Readonly<Record<string, string>>, walk?: Walk) => Promise<unknown>;

/** Duties that go on by events of the queue until there is no more to do. */
export const RELAYED: Readonly<Record<RelayedDuty, Duty>> = {
  retention: runRetention,
  removed: eraseRemoved,
  totals: async (engine) => dropTotals(engine, await readSettings(engine)),
  erasures: resumeErasures,
  requests: resumeApproved,
  announcements: resumeAnnounced,
  closures: eraseAnnounced,
  figures: countPeople,
  undo: runUndo,
  readers: countReaders,
};
