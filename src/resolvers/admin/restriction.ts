import * as v from 'valibot';
import { engine } from '../../app';
import type { HeldPeople, RemovedPeople, Restriction } from '../../contract';
import { listRemoved as removedPeople } from '../../privacy/restriction/removal';
import { setRestriction } from '../../privacy/restriction/restriction';
import { dueHolds, extendHold } from '../../privacy/restriction/review';
import { forAdmin } from '../define';
import { day, MOST_NAMED, nothing, ofPerson } from '../payloads';

export const setRestrictionOf = forAdmin(
  v.strictObject({ ...ofPerson, restricted: v.boolean(), reviewOn: v.optional(day) }),
  async ({ accountId, restricted, ...given }, { acting }): Promise<{ restriction: Restriction | null }> => ({
    restriction: (await setRestriction(acting, accountId, 'administrator', restricted, given)) ?? null,
  }),
);

export const extendHoldOf = forAdmin(
  v.strictObject({ ...ofPerson, reviewOn: day }),
  async ({ accountId, reason, reviewOn }, { acting }): Promise<{ restriction: Restriction }> => ({
    restriction: await extendHold(acting, accountId, reason, reviewOn),
  }),
);

export const listHoldsToReview = forAdmin(nothing, async (): Promise<HeldPeople> => ({
  held: await dueHolds(engine, MOST_NAMED),
}));

export const listRemoved = forAdmin(nothing, async (): Promise<RemovedPeople> => ({
  removed: await removedPeople(engine, MOST_NAMED),
}));
