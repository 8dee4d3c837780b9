import type { PrivacyRequest } from '../../data-sets/request';
import type { Standing } from '../../data-sets/registration';
import type { StandingChange } from '../../person/standing';
import { withoutHint, type Hint } from '../../restriction/hints';
import { toInstant } from '../../time';
import { isWithin, type Stretch } from '../stretch';

/** What changes about a person when the webhook's word is undone. */
export interface Undone {
  standing: StandingChange;
  /** Requests as they are then. */
  withdrawn: PrivacyRequest[];
}

const HINTS: readonly Hint[] = ['announcedAt', 'erasureAskedAt'];

/**
 * Takes back what the webhook said of a person, and what it handed in and nobody has answered; with that goes the
 * restriction that came of it. What the person asked for or set, and what an administrator did, stays. Nothing where
 * there is nothing of the kind.
 */
export function undoneOf(
  standing: Standing,
  requests: readonly PrivacyRequest[],
  stretch: Stretch,
  now: Date,
): Undone | undefined {
  const withdrawn = requests
    .filter((request) => isOpenOfWebhook(request) && isWithin(stretch, request.receivedAt))
    .map((request) => asWithdrawn(request, now));
  const isErasureWithdrawn = withdrawn.some(({ type }) => type === 'erasure');
  const hints = HINTS.filter((hint) => {
    const at = standing[hint];
    return at !== undefined && (isWithin(stretch, at) || (hint === 'erasureAskedAt' && isErasureWithdrawn));
  });
  if (withdrawn.length + hints.length === 0) return undefined;
  return { standing: without(standing, hints), withdrawn };
}

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
