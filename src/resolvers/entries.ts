import * as v from 'valibot';
import { engine } from '../app';
import type { Entry, ListedEntry, SaidKey } from '../contract';
import type { Standing } from '../privacy/data-sets/registration';
import type { PrivacyRequest } from '../privacy/data-sets/request';
import type { Settings } from '../privacy/data-sets/settings';
import { Refused } from '../privacy/errors';
import { lawHolds, mustStay } from '../privacy/person/grounds';
import { deletableSince } from '../privacy/requests/own-deletion';
import { correctionOf } from '../privacy/requests/requests';
import { retentionDaysOf } from '../privacy/settings/settings';
import { addSeconds, toDay } from '../privacy/time';
import { readDuration, secondsToLog } from '../timesheet/duration';
import { keptUntil } from '../timesheet/entries';
import { TIME_ENTRY } from '../timesheet/time-entry';
import { day, timezoneOffset } from './payloads';

const MOST_DURATION_TEXT = 40;

/** A day and how long, as people give them. */
export const timeOfOne = {
  startedOn: day,
  duration: v.pipe(v.string(), v.maxLength(MOST_DURATION_TEXT)),
};
/** The same with the time zone, for a request about one entry. */
export const dayAndDuration = { ...timeOfOne, timezoneOffset };

interface DayAndDuration {
  startedOn: string;
  duration: string;
  timezoneOffset?: number | undefined;
}

/** The duration in seconds. @throws Refused with a message for the field if the day is to come or the duration cannot be logged */
export function secondsOf({ startedOn, duration, timezoneOffset }: DayAndDuration): number {
  if (startedOn > todayAt(engine.now(), timezoneOffset)) throw wrong('startedOn', 'refused.day-to-come');
  const read = secondsToLog(readDuration(duration));
  if ('fault' in read) throw wrong('duration', read.fault);
  return read.seconds;
}

/** The day it is for someone whose clock is `timezoneOffset` minutes behind UTC (`Date#getTimezoneOffset`). */
export const todayAt = (now: Date, timezoneOffset = 0): string =>
  toDay(addSeconds(now, -timezoneOffset * 60));

const wrong = (field: string, says: SaidKey): Refused =>
  new Refused('INVALID', 'refused.correct-form', { [field]: says });

/** An entry with the day until which it is kept. */
export const asListed = (entry: Entry, settings: Settings): ListedEntry => ({
  ...entry,
  keptUntil: keptUntil(entry, retentionDaysOf(TIME_ENTRY, settings) ?? 0),
});

/** Entries with the day until which each is kept. */
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
