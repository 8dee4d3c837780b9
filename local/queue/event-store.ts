import BTree from 'sorted-btree';
import type { Table } from '../state';

/** An event on its way. Instants are epoch milliseconds. */
export interface QueueEvent {
  /** Key of this delivery: a duplicate has one of its own. */
  id: string;
  eventId: string;
  /** Order of pushing. */
  sequence: number;
  jobId: string;
  queueName: string;
  installation: string;
  body: Record<string, unknown>;
  concurrency?: { key: string; limit: number };
  enqueuedAt: number;
  dueAt: number;
  /** Retries so far, as the app is told. */
  attempts: number;
  /** Failures in a row, which lengthen the wait. */
  failures: number;
  depth: number;
  retry?: { reason: string; data: unknown };
  /** The platform failed, so that it is kept longer. */
  extended?: boolean;
  duplicate?: boolean;
}

/** Events ordered by when they are due, each written through to a table. */
export interface EventStore {
  nextDueAt(): number | undefined;
  /** The first events due at this instant. */
  due(now: number, most: number): QueueEvent[];
  /** Adds an event, or changes one. */
  put(event: QueueEvent): void;
  /** Takes an event out of the order while it is delivered; after a crash of this machine it is due again. */
  lift(event: QueueEvent): void;
  delete(event: QueueEvent): void;
  list(): QueueEvent[];
  nextSequence(): number;
}

export function createEventStore(table: Table<QueueEvent>): EventStore {
  const order = new BTree<string, QueueEvent>();
  let sequence = 0;
  for (const event of table.values()) {
    order.set(orderKey(event), event);
    sequence = Math.max(sequence, event.sequence);
  }
  return {
    nextDueAt: () => order.getPairOrNextHigher('')?.[1].dueAt,
    due: (now, most) => firstDue(order, now, most),
    put: (event) => {
      table.set(event.id, event);
      order.set(orderKey(event), event);
    },
    lift: (event) => void order.delete(orderKey(event)),
    delete: (event) => {
      order.delete(orderKey(event));
      table.delete(event.id);
    },
    list: () => order.valuesArray(),
    nextSequence: () => (sequence += 1),
  };
}

function firstDue(order: BTree<string, QueueEvent>, now: number, most: number): QueueEvent[] {
  const found: QueueEvent[] = [];
  for (const event of order.values()) {
    if (event.dueAt > now || found.length >= most) break;
    found.push(event);
  }
  return found;
}

function orderKey({ dueAt, sequence, id }: QueueEvent): string {
  return `${String(Math.ceil(dueAt)).padStart(15, '0')} ${String(sequence).padStart(10, '0')} ${id}`;
}
