import BTree from 'sorted-btree';
import { comparePositions, type Position } from './positions';
import type { Row } from './row';

interface Change {
  key: string;
  before: Row | undefined;
  after: Row | undefined;
}

interface DueTime {
  at: number;
  sequence: number;
}

const compareDue = (a: DueTime, b: DueTime): number => a.at - b.at || a.sequence - b.sequence;

/** What queries see of one index: each change shows when it is due, those of one key in the order made. */
export class LaggingIndex {
  private readonly visible = new BTree<Position, Row>(undefined, comparePositions);
  private readonly changes = new BTree<DueTime, Change>(undefined, compareDue);
  private readonly lastDue = new Map<string, number>();
  private sequence = 0;

  /** `place` is the index's own among the positions of a row. */
  constructor(private readonly place: number) {}

  change(change: Change, now: number, lagMs: number): void {
    this.settle(now);
    const earlier = this.lastDue.get(change.key);
    if (lagMs <= 0 && earlier === undefined) return this.show(change);
    const at = Math.max(now + lagMs, earlier ?? 0);
    this.changes.set({ at, sequence: this.sequence++ }, change);
    this.lastDue.set(change.key, at);
  }

  /** Rows from just after `low` up to just before `high`; the other way round when descending. */
  *between(low: Position, high: Position, descending: boolean, now: number): Generator<[Position, Row]> {
    this.settle(now);
    const start = descending ? high : low;
    const entries = descending ? this.visible.entriesReversed(start) : this.visible.entries(start);
    for (const [position, row] of entries) {
      if (comparePositions(position, start) === 0) continue;
      const isPast = descending
        ? comparePositions(position, low) <= 0
        : comparePositions(position, high) >= 0;
      if (isPast) return;
      yield [position, row];
    }
  }

  rows(now: number): Iterable<Row> {
    this.settle(now);
    return this.visible.values();
  }

  private settle(now: number): void {
    for (let due = this.changes.minKey(); due && due.at <= now; due = this.changes.minKey()) {
      const change = this.changes.get(due);
      this.changes.delete(due);
      if (!change) continue;
      if (this.lastDue.get(change.key) === due.at) this.lastDue.delete(change.key);
      this.show(change);
    }
  }

  private show({ before, after }: Change): void {
    const left = before?.positions[this.place];
    const entered = after?.positions[this.place];
    if (left && !(entered && comparePositions(left, entered) === 0)) this.visible.delete(left);
    if (entered && after) this.visible.set(entered, after);
  }
}
