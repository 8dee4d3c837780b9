import type { WhichRequest } from '../../contract';
import type { ExtensionReason } from '../data-sets/request';
import type { Engine } from '../engine';
import { Refused } from '../errors';
import { toInstant } from '../time';
import { changeRequest, recorded, type ChangedRequest } from './decide';
import { dueRange, extendedDueOn, lastMomentOf, receivedOn } from './deadlines';
import { answeredMeanwhile } from './requests';

/**
 * Gives more time to answer, three months or 90 days in all, once, and only before the first time
 * to answer is over (GDPR art. 12(3)).
 * @throws Refused where the request is gone, settled, extended for another reason, or overdue
 */
export function extendRequest(
  engine: Engine,
  which: WhichRequest,
  reason: ExtensionReason,
): Promise<ChangedRequest> {
  const now = engine.now();
  const at = toInstant(now);
  return changeRequest(engine, which, now, (present, subject) => {
    if (present.status !== 'open') throw answeredMeanwhile();
    if (present.extensionReason === reason) return undefined;
    if (present.extensionReason !== undefined) throw notAgain();
    if (at > lastMomentOf(present)) throw tooLate();
    return recorded(present, subject, now, 'request-extended', {
      due: dueRange(extendedDueOn(receivedOn(present)), present.id),
      extendedAt: at,
      extensionReason: reason,
    });
  });
}

const notAgain = (): Refused => new Refused('CONFLICT', 'refused-admin.extended-already');

const tooLate = (): Refused => new Refused('CONFLICT', 'refused-admin.extended-too-late');
