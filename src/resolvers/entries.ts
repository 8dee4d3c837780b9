import { engine } from '../app';
import type { Entry, ListedEntry } from '../contract';
import type { Standing } from '../privacy/data-sets/registration';
import type { PrivacyRequest } from '../privacy/data-sets/request';
import type { Settings } from '../privacy/data-sets/settings';
import { lawHolds, mustStay } from '../privacy/person/standing';
import { deletableSince } from '../privacy/requests/own-deletion';
import { correctionOf } from '../privacy/requests/requests';
import { retentionDaysOf } from '../privacy/settings/settings';
import { keptUntil } from '../timesheet/entries';
import { TIME_ENTRY } from '../timesheet/time-entry';

/** An entry with the day until which it is kept. */
export const asListed = (entry: Entry, settings: Settings): ListedEntry => ({
  ...entry,
  keptUntil: keptUntil(entry, retentionDaysOf(TIME_ENTRY, settings) ?? 0),
});

export const listed = (entries: readonly Entry[], settings: Settings): ListedEntry[] =>
  entries.map((entry) => asListed(entry, settings));

/**
 * Entries as their owner sees them: with what holds them, what the owner cannot delete alone, and what is asked for.
 * @param request the person's request for a correction, if there is one
 */
export function listedForOwner(
  entries: readonly Entry[],
  settings: Settings,
  standing: Standing | undefined,
  request?: PrivacyRequest,
): ListedEntry[] {
  const since = deletableSince(engine, settings);
  const held = standing !== undefined && mustStay(standing);
  const heldByLaw = standing !== undefined && lawHolds(standing);
  const asked = request?.status === 'open' ? correctionOf(request) : undefined;
  return entries.map((entry) => ({
    ...asListed(entry, settings),
    ...(asked?.record === entry.id && { asked: { startedOn: asked.day, seconds: asked.seconds } }),
    ...(held && { held }),
    ...((heldByLaw || (since !== undefined && entry.createdAt < since)) && { locked: true }),
  }));
}
