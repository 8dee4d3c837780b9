/** How deliveries are made worse on purpose; each can be changed while running. */
export interface QueueMode {
  /** Chance that an event is delivered twice. */
  duplicates: number;
  /** Delivers what is due in random order. */
  shuffle: boolean;
  /** Most additional delay of an event, drawn at random, in milliseconds. */
  extraDelayMs: number;
  /** Chance that an event is never delivered: beyond what Forge promises. */
  losses: number;
  /** How many events run at once when several are due. */
  parallel: number;
  /** Is an event whose function threw or timed out delivered again? Documented: yes. */
  retryAppErrors: boolean;
  /** Says which pushed event is refused, so that the push is answered 202 with `failedEvents`. */
  refuse: (body: Record<string, unknown>) => boolean;
}

/** An event that waits to be delivered. */
interface PendingEvent {
  eventId: string;
  jobId: string;
  queueName: string;
  installation: string;
  /** Epoch milliseconds. */
  dueAt: number;
  attempts: number;
  depth: number;
  body: Record<string, unknown>;
}

/** An event that will not be delivered (again). */
export interface DroppedEvent {
  eventId: string;
  queueName: string;
  reason: string;
}

export interface SettleOptions {
  /** Also delivers delayed events, moving the clock to each. */
  delayed?: boolean;
  /** Gives up with an error after so many deliveries; 10,000 without it. */
  maxDeliveries?: number;
}

export interface QueueControl {
  mode: QueueMode;
  /** Delivers what is due until nothing is. */
  settle(options?: SettleOptions): Promise<void>;
  pending(): PendingEvent[];
  /** Events given up: refused for ever, cancelled, lost or past their 24 hours. */
  dropped(): DroppedEvent[];
}
