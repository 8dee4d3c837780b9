import type { Ref } from '../../storage/store';
import type { Webhook } from '../data-sets/webhook';
import type { Engine } from '../engine';
import type { Subject } from '../subjects';
import { writeAbout, type Plan, type WritePlan } from '../writing';
import { withOneRestricted } from './limit';
import { webhookChange, WEBHOOK_REF } from './state';

/** What became of something announced: done, of somebody who is held or not; or it waits, since too many were restricted today. */
export type CarriedOut = 'held' | 'not-held' | 'waits';

export interface OnItsWord {
  accountId: string;
  reads: readonly Ref[];
  plan: (subject: Subject, rows: Array<object | undefined>) => Plan<unknown>;
}

/**
 * A write about a person on the webhook's word. Where it restricts, it counts one person more for the day in the same
 * transaction, so no more are restricted than administrators allow, however many calls and events come at once.
 */
export function onItsWord(engine: Engine, { accountId, reads, plan }: OnItsWord): Promise<CarriedOut> {
  const now = engine.now();
  return writeAbout<CarriedOut>(engine, {
    accountId,
    causedAt: now,
    registers: false,
    reads: [WEBHOOK_REF, ...reads],
    plan: ({ subject, rows: [webhook, ...rows] }) => {
      if (!subject || !webhook) return { done: 'not-held' };
      const made = plan(subject, rows);
      if ('done' in made) return { done: 'held' };
      if (!restricts(subject, made)) return { ...made, result: 'held' };
      const counted = withOneRestricted(webhook as Webhook, now);
      if (!counted) return { done: 'waits' };
      const also = [...(made.also ?? []), webhookChange(webhook as Webhook, counted)];
      return { ...made, also, result: 'held' };
    },
  });
}

const restricts = ({ standing }: Subject, made: WritePlan<unknown>): boolean =>
  standing.restrictedAt === undefined && made.standing?.restrictedAt !== undefined;
