import * as v from 'valibot';
import type { Restriction } from '../../contract';
import { engine } from '../../app';
import { setRestriction } from '../../privacy/restriction/restriction';
import { forAdmin } from '../define';
import { ofPerson } from '../payloads';

export const setRestrictionOf = forAdmin(
  v.strictObject({ ...ofPerson, restricted: v.boolean() }),
  async ({ accountId, reason, restricted }): Promise<{ restriction: Restriction | null }> => ({
    restriction: (await setRestriction(engine, accountId, 'administrator', restricted, reason)) ?? null,
  }),
);
