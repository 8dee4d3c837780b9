import type { AuditFilter } from '../../../src/contract';
import { eventWords, reasonWords, roleWords } from '../../shared/access-words';
import { dayBeside, isDay } from '../../shared/dates';
import { momentOf } from '../webhook/moment';

/** What the audit log is narrowed down to, as its form and the address have it; days are the viewer's. */
export type ChosenLines = Partial<Record<(typeof FIELDS)[number], string>>;

const FIELDS = ['from', 'to', 'event', 'role', 'reason'] as const;

const isKnown: Record<(typeof FIELDS)[number], (value: string) => boolean> = {
  from: isDay,
  to: isDay,
  event: (value) => Object.hasOwn(eventWords, value),
  role: (value) => Object.hasOwn(roleWords, value),
  reason: (value) => Object.hasOwn(reasonWords, value),
};

/** What a form or an address says; what is empty or unknown is left out. */
export function chosenIn(given: { get: (name: string) => unknown }): ChosenLines {
  const chosen = FIELDS.map((name) => [name, given.get(name)] as const).filter(
    ([name, value]) => typeof value === 'string' && isKnown[name](value),
  );
  return Object.fromEntries(chosen) as ChosenLines;
}

/** The same as the app is asked. */
export function filterOf({ from, to, ...rest }: ChosenLines, timeZone: string): AuditFilter {
  const since = from === undefined ? undefined : momentOf(`${from}T00:00`, timeZone);
  const until = to === undefined ? undefined : momentOf(`${dayBeside(to, 1)}T00:00`, timeZone);
  return {
    ...(since !== undefined && { since }),
    ...(until !== undefined && { until }),
    ...(rest as AuditFilter),
  };
}

/** The name of the file, which says what its lines were narrowed down to. */
export function fileNameOf(chosen: ChosenLines, today: string): string {
  const parts = FIELDS.flatMap((name) => (chosen[name] === undefined ? [] : [`${name}-${chosen[name]}`]));
  return `${['audit-log', ...parts, today].join('_')}.csv`;
}
