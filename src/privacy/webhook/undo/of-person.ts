import { auditChange } from '../../audit';
import { REQUEST, type PrivacyRequest } from '../../data-sets/request';
import { REQUEST_TYPES, type Undo, type Webhook } from '../../data-sets/webhook';
import type { Engine } from '../../engine';
import { requestRef } from '../../requests/requests';
import { writeAbout } from '../../person/write';
import { webhookChange, WEBHOOK_REF } from '../state';
import { stretchOf } from '../stretch';
import { undoneOf } from './undone';

/**
 * Undoes what the webhook did about one person, counts it and writes a line of the audit log, in one transaction.
 * @returns whether there was anything to undo
 */
export function undoFor(engine: Engine, accountId: string, askedAt: string): Promise<boolean> {
  const now = engine.now();
  return writeAbout<boolean>(engine, {
    accountId,
    causedAt: now,
    registers: false,
    reads: [WEBHOOK_REF, ...REQUEST_TYPES.map((type) => requestRef(accountId, type))],
    plan: ({ subject, rows: [row, ...requests] }) => {
      const webhook = row as Webhook | undefined;
      const act = webhook?.undos?.find((undo) => undo.askedAt === askedAt);
      if (!subject || !webhook || !act) return { done: false };
      const present = requests.filter((request) => request !== undefined) as PrivacyRequest[];
      const undone = undoneOf(subject.standing, present, stretchOf(act), now);
      if (!undone) return { done: false };
      const line = { role: 'administrator', subject: subject.person.token, reason: act.reason } as const;
      return {
        write: undone.withdrawn.map((request) => ({
          do: 'replace',
          dataSet: REQUEST,
          key: requestRef(accountId, request.type).key,
          row: request,
        })),
        standing: undone.standing,
        also: [
          webhookChange(webhook, counted(webhook, act, undone.withdrawn.length)),
          auditChange(now, { event: 'webhook-undone', ...line }),
        ],
        result: true,
      };
    },
  });
}

const counted = (webhook: Webhook, act: Undo, requests: number): Webhook => ({
  ...webhook,
  undos: (webhook.undos ?? []).map((undo) =>
    undo === act ? { ...undo, people: undo.people + 1, requests: undo.requests + requests } : undo,
  ),
});
