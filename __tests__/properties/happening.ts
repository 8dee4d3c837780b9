import type { FaultOutcome } from '../../local/faults/types';
import type { Uninstall } from './uninstalling';

/** One thing that happens in a random history. */
export type Happening =
  | { what: 'log'; who: number; day: number; minutes: number }
  | { what: 'delete'; who: number; share: number }
  /** Puts back what this person deleted last, however long ago. */
  | { what: 'undo'; who: number }
  | { what: 'erase'; who: number; by: 'person' | 'administrator' }
  | { what: 'restrict'; who: number; restricted: boolean }
  | { what: 'export'; who: number }
  | { what: 'wait'; minutes: number }
  | { what: 'fault'; calls: number; outcome: FaultOutcome }
  | { what: 'daily' }
  | Uninstall
  /** Several at the same moment: their calls to the platform interleave. */
  | { what: 'together'; happenings: Happening[] }
  /** Several people at once, each doing one thing after the other. */
  | { what: 'lanes'; lanes: Happening[][] }
  /** The store is copied; later it is set back to the last copy, as where a backup is restored. */
  | { what: 'backup' }
  | { what: 'restore' }
  /** A later version writes every row, with fields that this one does not know, and is taken back. */
  | { what: 'later-version' }
  /** Time goes on to so many minutes from when the next record ends. */
  | { what: 'near-end'; minutes: number };
