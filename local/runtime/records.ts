export type InvocationSource =
  'resolver' | 'consumer' | 'scheduledTrigger' | 'trigger' | 'preUninstall' | 'webtrigger';

export type InvocationOutcome = 'ok' | 'error' | 'timed-out' | 'out-of-memory' | 'killed';

/** What one invocation did. It holds no payload, so that printing it shows nobody's data. */
export interface InvocationRecord {
  id: string;
  source: InvocationSource;
  function: string;
  moduleKey: string;
  /** The resolver function, for a call of the browser. */
  call?: string;
  installation: string;
  /** Epoch milliseconds. */
  at: number;
  /** Time charged to it: real on a ticking clock, else what its platform calls took. */
  ms: number;
  /** Heap in use at the end, in megabytes, where the function ran in a worker. */
  memoryMb?: number;
  logs: string[];
  /** Platform calls by remote and path. */
  calls: Record<string, number>;
  outcome: InvocationOutcome;
  /** What the function threw, or why it was ended. */
  error?: string;
}

/** The latest invocations, oldest first. */
export interface InvocationRecords {
  list(): InvocationRecord[];
  /** How many there were in all, also those no longer kept. */
  count(): number;
  clear(): void;
}

export interface InvocationBook extends InvocationRecords {
  add(record: InvocationRecord): void;
}

export function createRecords(kept: number): InvocationBook {
  let records: InvocationRecord[] = [];
  let count = 0;
  return {
    list: () => records.slice(-kept),
    count: () => count,
    clear: () => {
      records = [];
    },
    add: (record) => {
      count += 1;
      records.push(record);
      if (records.length > 2 * kept) records = records.slice(-kept);
    },
  };
}
