import { isAccountId, isPlainObject } from '../../storage/kinds';
import { ANNOUNCEMENTS } from '../data-sets/webhook';
import { seal, unseal } from '../sealing';
import type { Announced } from './parse';

const PURPOSE = 'webhook-announcements';

export const sealAnnounced = (pepper: string, accounts: readonly Announced[]): string =>
  seal(pepper, PURPOSE, accounts);

/** What was sealed, or nothing where the key is another one since, or what was sealed was changed. */
export function unsealAnnounced(pepper: string, sealed: string): Announced[] | undefined {
  const accounts = unseal(pepper, PURPOSE, sealed);
  return Array.isArray(accounts) && accounts.every(isAnnounced) ? accounts : undefined;
}

const isAnnounced = (value: unknown): value is Announced =>
  isPlainObject(value) &&
  isAccountId(value['accountId']) &&
  (ANNOUNCEMENTS as readonly unknown[]).includes(value['what']);
