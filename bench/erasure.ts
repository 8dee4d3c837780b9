/**
 * What erasing people costs on the local Forge: platform calls, functions' time and real time.
 *
 *     node --import tsx bench/erasure.ts [--data FILE]
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
import type { JiraSite } from '../local/jira';
import { createRandom } from '../local/random';
import { entriesOf, keepFor } from './kept-entries';
import { costSince, costTable, type Cost } from './cost';

installForgeGlobals();

const START = Date.UTC(2026, 2, 2, 9);
const HASH = 'b'.repeat(64);
const PANEL = 'privacy-panel';
const ADMIN = 'privacy-admin';
const RANDOM_PEOPLE = 100;
/** Enough for every erasure to end and too little for the daily run. */
const UNTIL_DONE_MS = 200_000;
const UNTIL_CONFIRMED_MS = 2 * 24 * 3_600_000;

interface Subject {
  accountId: string;
  entries: number;
}

async function openLoaded(site: JiraSite, entries: LoggedTime[]): Promise<LocalForge> {
  const forge = await openLocalForge({
    app: { kind: 'module', files: { index: () => import('../src/index') } },
    site: withEntries(site, entries),
    startAt: START,
    callMs: 0,
    storage: { quotas: 'off', queryLagMs: 5_000 },
  });
  await keepFor(forge);
  await logEntries(forge, PANEL, entries, { onLogged: () => undefined });
  await forge.clock.advance(30_000);
  return forge;
}

function busiestFirst(entries: readonly LoggedTime[]): Subject[] {
  const counts = new Map<string, number>();
  for (const { accountId } of entries) counts.set(accountId, (counts.get(accountId) ?? 0) + 1);
  return [...counts]
    .map(([accountId, count]) => ({ accountId, entries: count }))
    .sort((one, other) => other.entries - one.entries);
}

function someOf(people: readonly Subject[], count: number): Subject[] {
  const random = createRandom(1);
  const left = [...people];
  const chosen: Subject[] = [];
  while (chosen.length < count && left.length > 0) {
    chosen.push(...left.splice(Math.floor(random() * left.length), 1));
  }
  return chosen;
}

/** Has an administrator erase people, one after the other, and sees every erasure through to its end. */
async function erase(forge: LocalForge, people: readonly Subject[]): Promise<Cost> {
  const admin = forge.jira.people().find(({ isAdmin }) => isAdmin)?.accountId ?? '';
  const since = costSince(forge);
  for (const { accountId } of people) {
    const payload = { accountId, reason: 'person-asked', receiptHash: HASH };
    const call = { moduleKey: ADMIN, functionKey: 'erasePerson', payload, accountId: admin };
    const job = await forge.invoke(call);
    if (typeof (job as { id?: unknown }).id !== 'string') throw new Error('An erasure was refused.');
  }
  await forge.clock.advance(UNTIL_DONE_MS);
  expectGone(forge, people);
  return since();
}

/** By a look at the bytes of the store, and not through the app. */
function expectGone(forge: LocalForge, people: readonly Subject[]): void {
  const text = JSON.stringify(forge.storage.dump(forge.installations.get().storageId));
  const left = people.filter(({ accountId }) => text.includes(JSON.stringify(accountId).slice(1, -1)));
  if (left.length > 0) throw new Error(`${left.length} of ${people.length} people are not erased.`);
}

async function uninstall(forge: LocalForge): Promise<[what: string, cost: Cost]> {
  const { storageId } = forge.installations.get();
  // The clock stands still while a function runs, so that a lag would outlast it.
  forge.storage.settings.queryLagMs = 0;
  const { length } = forge.storage.dump(storageId);
  const since = costSince(forge);
  await forge.installations.uninstall();
  const left = forge.storage.dump(storageId).length;
  return [`an uninstall: ${length} rows, ${left} left`, since()];
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { data: { type: 'string' } } });
  const madeUp = madeUpSite(START);
  const entries = values.data === undefined ? madeUp.entries : await entriesOf(values.data, START);
  const people = busiestFirst(entries);
  const [busiest, ...others] = people;
  if (!busiest) throw new Error('There are no entries.');
  console.log(`${entries.length} entries of ${people.length} people.\n`);
  const forge = await openLoaded(siteAtFirst(madeUp.jira), entries);
  const some = someOf(others, Math.min(RANDOM_PEOPLE, others.length));
  const total = some.reduce((sum, person) => sum + person.entries, 0);
  const rows: Array<[string, Cost]> = [
    [`the busiest person, ${busiest.entries} entries`, await erase(forge, [busiest])],
    [`${some.length} random people at once, ${total} entries`, await erase(forge, some)],
  ];
  const since = costSince(forge);
  await forge.clock.advance(UNTIL_CONFIRMED_MS);
  rows.push(['the daily runs of two days after it, with the scan that confirms', since()]);
  rows.push(await uninstall(forge));
  console.log(costTable(rows));
  await forge.close();
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
