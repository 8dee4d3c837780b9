import type { InvocationRecord } from '../runtime/records';

export interface ScheduleMode {
  /** Chance that a run comes twice: documented as small. */
  doubled: number;
  /** Chance that a run does not come at all. */
  missed: number;
}

export interface ScheduleControl {
  mode: ScheduleMode;
  /** Runs a scheduled trigger now, besides its times. */
  run(key: string, installation?: string): Promise<InvocationRecord>;
  /** When each trigger runs next, epoch milliseconds. */
  next(): { key: string; installation: string; at: number }[];
}
