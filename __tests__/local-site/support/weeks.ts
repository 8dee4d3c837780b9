import { entriesOf, openIssue, user } from './entries';
import type { PersonsWindow, WindowOptions } from './open-browser';
import { openMyTime } from './pages';
import { stageWith } from './window-of';

export interface Kept {
  accountId: string;
  issueId: string;
  startedOn: string;
  seconds: number;
}

export const secondsOf = (entries: readonly Kept[]): number =>
  entries.reduce((sum, { seconds }) => sum + seconds, 0);

export const cellOf = ({ app }: PersonsWindow, issueId: string, day: string | undefined) =>
  app.locator(`[data-cell="${issueId}:${day ?? ''}"]`);

interface Weeks {
  windowOf(options: WindowOptions): Promise<PersonsWindow>;
  /** The entries of a person as they are stored. */
  kept(person: number): Promise<Kept[]>;
  /** My time with last week, and its days. */
  lastWeekOf(person: number, locale?: string): Promise<PersonsWindow & { days: string[] }>;
  /** A cell of these days that is empty, or that has one entry. */
  placeOf(person: number, days: readonly string[], holds: 'nothing' | 'one'): Promise<Kept>;
}

/** A site on which these people have one entry a day, so every day of last week has some. */
export function weeksOf(people: readonly number[]): Weeks {
  const { site, windowOf } = stageWith(() => people.flatMap((nth) => entriesOf(user(nth).accountId, 16)));
  const kept = async (person: number): Promise<Kept[]> => {
    const rows = (await site().dump()).filter((row) => row.entityName === 'time-entry');
    const entries = rows.map((row) => row.value as Kept);
    return entries.filter(({ accountId }) => accountId === user(person).accountId);
  };
  return {
    windowOf,
    kept,
    lastWeekOf: async (person, locale = 'en-GB') => {
      const window = await windowOf({ accountId: user(person).accountId, locale });
      await openMyTime(window);
      await window.app.getByRole('button', { name: 'Previous week' }).click();
      await window.app.getByRole('heading', { name: /^Last week/ }).waitFor();
      const cells = window.app.locator('tbody tr').first().locator('[data-cell]');
      const ids = await cells.evaluateAll((all) => all.map((one) => one.getAttribute('data-cell') ?? ''));
      return { ...window, days: ids.map((id) => id.split(':')[1] ?? '') };
    },
    placeOf: async (person, days, holds) => placeIn(await kept(person), days, holds),
  };
}

function placeIn(entries: readonly Kept[], days: readonly string[], holds: 'nothing' | 'one'): Kept {
  const issueIds = [0, 1, 2, 3, 4].map((nth) => openIssue(nth).id);
  for (const issueId of issueIds)
    for (const startedOn of days.slice(0, -1)) {
      const found = entries.filter((one) => one.issueId === issueId && one.startedOn === startedOn);
      if (holds === 'nothing' && found.length === 0) return { accountId: '', issueId, startedOn, seconds: 0 };
      if (holds === 'one' && found.length === 1 && found[0]) return found[0];
    }
  throw new Error(`No cell holds ${holds}.`);
}
