import { auditChange } from '../../audit';
import type { Standing } from '../../data-sets/registration';
import { REQUEST, type PrivacyRequest } from '../../data-sets/request';
import { WEBHOOK_REF, type Undo, type Webhook } from '../../data-sets/webhook';
import { REQUEST_TYPES } from '../../data-sets/webhook-request';
import type { Engine } from '../../engine';
import type { StandingChange } from '../../person/subject';
import { withoutHint, type Hint } from '../../person/grounds';
import { writeAbout } from '../../person/write';
import { requestRef } from '../../requests/requests';
import { toInstant } from '../../time';
import { webhookChange } from '../state';
import { isWithin, stretchOf, type Stretch } from '../stretch';

/**
 * Undoes what the webhook did about one person, counts it and writes a line of the audit log, in one transaction.
 * @returns whether there was anything to undo
 */
export function undoFor(engine: Engine, accountId: string, askedAt: string): Promise<boolean> {
  const now = engine.now();
  return writeAbout(engine, {
    accountId,
    causedAt: now,
    reads: [WEBHOOK_REF, ...REQUEST_TYPES.map((type) => requestRef(accountId, type))],
    plan: ({ subject, rows: [webhook, ...requests] }) => {
      const act = webhook?.undos?.find((undo) => undo.askedAt === askedAt);
      if (!subject || !webhook || !act) return { done: false };
      const present = requests.filter((request) => request !== undefined);
      const undone = undoneOf(subject.standing, present, stretchOf(act), now);
      if (!undone) return { done: false };
      const { reason, by } = act;
      const whose = { subject: subject.person.token, ...(by !== undefined && { by }) };
      const line = { role: 'administrator', reason, ...whose } as const;
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

/** What changes about a person when the webhook's word is undone. */
interface Undone {
  standing: StandingChange;
  /** Requests as they are then. */
  withdrawn: PrivacyRequest[];
}

/** What the webhook says of a person without handing in a request that is open. */
export const WEBHOOK_HINTS = ['announcedAt', 'erasureAskedAt'] as const satisfies readonly Hint[];

/**
 * Takes back what the webhook said of a person, and what it handed in and nobody has answered; with that goes the
 * restriction that came of it. What the person asked for or set, and what an administrator did, stays. Nothing where
 * there is nothing of the kind.
 */
function undoneOf(
  standing: Standing,
  requests: readonly PrivacyRequest[],
  stretch: Stretch,
  now: Date,
): Undone | undefined {
  const withdrawn = requests
    .filter((request) => isOpenOfWebhook(request) && isWithin(stretch, request.receivedAt))
    .map((request) => asWithdrawn(request, now));
  const isErasureWithdrawn = withdrawn.some(({ type }) => type === 'erasure');
  const hints = WEBHOOK_HINTS.filter((hint) => {
    const at = standing[hint];
    return at !== undefined && (isWithin(stretch, at) || (hint === 'erasureAskedAt' && isErasureWithdrawn));
  });
  if (withdrawn.length + hints.length === 0) return undefined;
  return { standing: without(standing, hints), withdrawn };
}

/** Whether the webhook handed in the request and nobody has answered it. */
export const isOpenOfWebhook = ({ status, madeBy }: PrivacyRequest): boolean =>
  status === 'open' && madeBy === 'webhook';

const asWithdrawn = (request: PrivacyRequest, now: Date): PrivacyRequest => ({
  ...request,
  status: 'withdrawn',
  decidedAt: toInstant(now),
  withdrawnBy: 'administrator',
});

/** One hint after the other, since each leaves the restriction to what else was said. */
function without(standing: Standing, [hint, ...others]: readonly Hint[]): StandingChange {
  if (hint === undefined) return {};
  const { unsaid } = withoutHint(standing, hint);
  return { ...unsaid, ...without({ ...standing, ...unsaid } as Standing, others) };
}
