import type { Change, Ref } from '../../storage/store';
import type { Webhook } from '../data-sets/webhook';
import type { Engine } from '../engine';
import type { Subject } from '../person/subject';
import { writeAbout, type Plan, type WritePlan } from '../person/write';
import { withOneRestricted } from './settings';
import { webhookChange, WEBHOOK_REF } from './state';
import { isWithin, stretchOf } from './stretch';

/** What became of something announced: done, of somebody who is held or not; or it waits, since too many were restricted today. */
export type CarriedOut = 'held' | 'not-held' | 'waits';

export interface OnItsWord {
  accountId: string;
  /** When the call came. */
  receivedAt: string;
  reads: readonly Ref[];
  plan: (subject: Subject, rows: Array<object | undefined>) => Plan<unknown>;
}

/**
 * A write about a person on the webhook's word, unless what came with the call was undone since. Where it restricts, it
 * counts one person more for the day. Both are decided by the row of the webhook, which stays as it was read until the
 * write is made: so no more are restricted than administrators allow, and nothing comes after it was undone.
 */
export function onItsWord(engine: Engine, asked: OnItsWord): Promise<CarriedOut> {
  const { accountId, receivedAt, reads, plan } = asked;
  const now = engine.now();
  return writeAbout<CarriedOut>(engine, {
    accountId,
    causedAt: now,
    registers: false,
    reads: [WEBHOOK_REF, ...reads],
    plan: ({ subject, rows: [row, ...rows] }) => {
      const webhook = row as Webhook | undefined;
      if (!subject || !webhook || isUndone(webhook, receivedAt)) return { done: 'not-held' };
      const made = plan(subject, rows);
      if ('done' in made) return { done: 'held' };
      const resting = restsOn(webhook, restricts(subject, made), now);
      return resting ? { ...made, also: [...(made.also ?? []), resting], result: 'held' } : { done: 'waits' };
    },
  });
}

const isUndone = ({ undos = [] }: Webhook, receivedAt: string): boolean =>
  undos.some((undo) => isWithin(stretchOf(undo), receivedAt));

/** What the write carries about the row of the webhook; nothing where one person more is too many today. */
function restsOn(webhook: Webhook, counts: boolean, now: Date): Change | undefined {
  if (!counts) {
    return { do: 'check', ...WEBHOOK_REF, expected: { version: webhook.version } };
  }
  const counted = withOneRestricted(webhook, now);
  return counted && webhookChange(webhook, counted);
}

const restricts = ({ standing }: Subject, made: WritePlan<unknown>): boolean =>
  standing.restrictedAt === undefined && made.standing?.restrictedAt !== undefined;
