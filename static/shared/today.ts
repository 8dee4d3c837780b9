import { useEffect, useState } from 'react';
import type { Day, Instant } from '../../src/contract';
import { dateFormat, dayOf } from './dates';

const MINUTE_MS = 60_000;

/**
 * The day it is in this time zone by the app's clock, of which `now` is one reading. It changes at midnight, and when
 * somebody comes back to a page that was left open.
 */
export function useToday(now: Instant, timeZone: string): Day {
  const [aheadMs] = useState(() => new Date(now).getTime() - Date.now());
  const [today, setToday] = useState(() => dayOf(new Date(now), timeZone));
  useEffect(() => {
    const look = () => setToday(dayOf(new Date(Date.now() + aheadMs), timeZone));
    const timer = setInterval(look, MINUTE_MS);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [aheadMs, timeZone]);
  return today;
}

/** How many minutes the time zone is behind UTC at a moment, as `Date#getTimezoneOffset` counts them. */
export function offsetOf(timeZone: string, moment: Date): number {
  const parts = dateFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  }).formatToParts(moment);
  const part = (type: string) => Number(parts.find((candidate) => candidate.type === type)?.value);
  const there = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'));
  const minute = Math.floor(moment.getTime() / MINUTE_MS) * MINUTE_MS;
  return (minute - there) / MINUTE_MS;
}

/** Which day that is, seen from today: `Friday, 3 days ago`; nothing for today itself. */
export function dayFromToday(day: Day, today: Day, locale: string): string | undefined {
  const date = new Date(`${day}T00:00:00Z`);
  const days = Math.round((date.getTime() - new Date(`${today}T00:00:00Z`).getTime()) / 86_400_000);
  if (days === 0 || Number.isNaN(days)) return undefined;
  const weekday = dateFormat(locale, { weekday: 'long', timeZone: 'UTC' }).format(date);
  return `${weekday}, ${new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(days, 'day')}`;
}
