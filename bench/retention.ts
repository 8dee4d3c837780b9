/**
 * What retention costs on the local Forge, with and without totals, and how much of the time the totals hold.
 *
 *     node --import tsx bench/retention.ts [--data FILE]
 *
 * FILE holds time entries as the local site loads them; without it they are made up.
 */
import { installForgeGlobals } from '../local/runtime/globals';
import { parseArgs } from 'node:util';
import { openLocalForge, type LocalForge } from '../local/forge';
import { logEntries } from '../local/data/log-entries';
import { madeUpSite } from '../local/data/made-up-site';
import { siteAtFirst } from '../local/data/site-at-first';
import { withEntries } from '../local/data/site-from-entries';
import type { LoggedTime } from '../local/data/time-entry';
import { recordAt, recordIn } from '../src/storage/layout';
import { ISSUE_TOTAL, type IssueTotal } from '../src/timesheet/issue-total';
import type { JiraSite } from '../local/jira';
import { entriesOf, keepFor } from './kept-entries';
import { costSince, costTable, type Cost } from './cost';

installForgeGlobals();

const START = Date.UTC(2026, 2, 2, 9);
const DAY_MS = 24 * 3_600_000;
const PANEL = 'privacy-panel';
/** The shortest period that administrators can set. */
const KEPT_DAYS = 30;

function openWith(site: JiraSite, startAt: number): Promise<LocalForge> {
  return openLocalForge({
    app: { kind: 'module', files: { index: () => import('../src/index') } },
    site,
    startAt,
    callMs: 20,
    storage: { quotas: 'off', queryLagMs: 5_000 },
  });
}

const HOUR_MS = 3_600_000;
const MOST_HOURS = 20;

const entriesIn = (forge: LocalForge): number =>
  forge.storage
    .dump(forge.installations.get().storageId)
    .filter(({ entityName }) => entityName === 'time-entry').length;

/** Goes on until everything has expired: retention uses its share of a minute, and then waits for the next. */
async function untilGone(forge: LocalForge): Promise<void> {
  for (let hour = 0; hour < MOST_HOURS && entriesIn(forge) > 0; hour += 1) await forge.clock.advance(HOUR_MS);
}

/** What the totals hold of the seconds of all entries, in hundredths. */
function shareIn(forge: LocalForge, entries: readonly LoggedTime[]): number {
  const rows = forge.storage.dump(forge.installations.get().storageId);
  const left = rows.filter(({ entityName }) => entityName === 'time-entry').length;
  if (left > 0) throw new Error(`${left} entries have not expired.`);
  const totals = rows.filter((row) => recordAt([ISSUE_TOTAL], row));
  const seconds = totals.map(({ value }) => (recordIn(ISSUE_TOTAL, value) as IssueTotal).seconds);
  const held = seconds.reduce((sum, one) => sum + one, 0);
  return (100 * held) / entries.reduce((sum, { seconds }) => sum + seconds, 0);
}

/** The period is shortened after all were logged, as a shorter one takes no day before it: all expire on one day. */
async function atOnce(site: JiraSite, entries: LoggedTime[], keepTotals: boolean): Promise<[string, Cost]> {
  const forge = await openWith(site, START);
  await keepFor(forge);
  await logEntries(forge, PANEL, entries, { onLogged: () => undefined });
  await keepFor(forge, KEPT_DAYS, keepTotals);
  await forge.clock.advance((KEPT_DAYS + 1) * DAY_MS, { deliver: false });
  const since = costSince(forge);
  await forge.schedule.run('daily');
  await untilGone(forge);
  const cost = since();
  const held = shareIn(forge, entries).toFixed(0);
  await forge.close();
  return [keepTotals ? `with totals, which hold ${held} % of the time` : 'without totals', cost];
}

/** Each entry was logged on its day, and the daily run came every day. */
async function dayByDay(site: JiraSite, entries: LoggedTime[]): Promise<number> {
  const inOrder = [...entries].sort((one, other) => one.startedOn.localeCompare(other.startedOn));
  const first = Date.parse(`${inOrder[0]?.startedOn ?? ''}T09:00:00Z`);
  const last = Date.parse(`${inOrder.at(-1)?.startedOn ?? ''}T09:00:00Z`);
  const forge = await openWith(site, first);
  await keepFor(forge, KEPT_DAYS, true);
  const until = last + (KEPT_DAYS + 3) * DAY_MS;
  await logEntries(forge, PANEL, inOrder, { onLogged: () => undefined, until });
  const share = shareIn(forge, entries);
  await forge.close();
  return share;
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { data: { type: 'string' } } });
  const { jira, entries: madeUp } = madeUpSite(START);
  const entries = values.data === undefined ? madeUp : await entriesOf(values.data, START);
  const site = withEntries(siteAtFirst(jira), entries);
  console.log(`${entries.length} entries that expire.\n`);
  const rows = [await atOnce(site, entries, false), await atOnce(site, entries, true)];
  console.log(costTable(rows));
  console.log(
    `\nDay by day the totals come to hold ${(await dayByDay(site, entries)).toFixed(1)} % of the time.`,
  );
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
