import * as v from 'valibot';
import { engine } from '../../app';
import type { AffectedPage } from '../../contract';
import { listAffected as list } from '../../privacy/access/affected';
import { nextOfLook, openLook } from '../../privacy/access/look';
import { INCIDENT_REASONS } from '../../privacy/data-sets/audit';
import { readInstallation } from '../../privacy/installation';
import { forAdmin } from '../define';
import { page } from '../payloads';

const STANDARD_PAGE = 50;

const reason = v.picklist(INCIDENT_REASONS, 'This list is made for a security incident only.');

export const listAffected = forAdmin(
  v.strictObject({ ...page, reason }),
  async ({ reason: why, after, limit }, asker): Promise<AffectedPage> => {
    const installation = await readInstallation(engine);
    const asked = { by: asker.accountId, event: 'accounts-listed', reason: why, after } as const;
    const look = await openLook(engine, { installation }, asked);
    const found = await list(engine, look.after, limit ?? STANDARD_PAGE);
    const next = await nextOfLook(engine, look, found.next);
    return { accounts: found.accounts, ...(next !== undefined && { next }) };
  },
);
