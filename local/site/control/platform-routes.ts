import type { StoredRow } from '../../storage';
import { json } from '../answers';
import type { Call, Route } from './route';

const MOST_INVOCATIONS = 30;
const MOST_REFUSED = 30;

function invocations({ world }: Call): Response {
  const latest = world.forge.invocations.list().slice(-MOST_INVOCATIONS).reverse();
  const lines = latest.map(
    ({ id, source, function: name, call, at, ms, memoryMb, calls, outcome, error }) => {
      const platformCalls = Object.values(calls).reduce((sum, count) => sum + count, 0);
      return { id, source, function: name, call, at, ms, memoryMb, platformCalls, calls, outcome, error };
    },
  );
  return json({ count: world.forge.invocations.count(), invocations: lines });
}

function rows({ world }: Call): StoredRow[] {
  return world.forge.storage.dump(world.forge.installations.get().storageId);
}

function placeOf(row: StoredRow): string {
  if (row.store === 'entity') return row.entityName ?? 'entity';
  return row.store === 'secret' ? '(secrets)' : '(plain keys)';
}

/** How many rows stand where: counts only. */
function storage(call: Call): Response {
  const counts: Record<string, number> = {};
  for (const row of rows(call)) counts[placeOf(row)] = (counts[placeOf(row)] ?? 0) + 1;
  return json({ rows: Object.values(counts).reduce((sum, count) => sum + count, 0), counts });
}

function queue({ world }: Call): Response {
  const pending = world.forge.queue.pending().map(({ eventId, queueName, dueAt, attempts }) => {
    return { eventId, queueName, dueAt, attempts };
  });
  return json({ pending, dropped: world.forge.queue.dropped().length });
}

/** Each text once, with how often it came, the latest first. */
function counted(texts: readonly string[]): { what: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const what of [...texts].reverse()) counts.set(what, (counts.get(what) ?? 0) + 1);
  return [...counts].slice(0, MOST_REFUSED).map(([what, count]) => ({ what, count }));
}

/** What this app asked for and did not get, whether it noticed or not. */
function refused({ world }: Call): Response {
  const { manifest, unmodelled, undelivered } = world.forge;
  return json({
    manifest: manifest.notModelled,
    asked: counted(unmodelled),
    undelivered: counted(undelivered),
  });
}

export const platformRoutes: Route[] = [
  { method: 'GET', path: '/invocations', answer: invocations },
  { method: 'GET', path: '/storage', answer: storage },
  { method: 'GET', path: '/storage/dump', answer: (call) => json(rows(call)) },
  { method: 'GET', path: '/queue', answer: queue },
  { method: 'GET', path: '/refused', answer: refused },
  {
    method: 'POST',
    path: '/queue/settle',
    answer: async (call) => {
      await call.world.forge.queue.settle();
      return queue(call);
    },
  },
  {
    method: 'POST',
    path: '/reset',
    answer: async (call) => {
      await call.reset();
      return json({});
    },
  },
];
