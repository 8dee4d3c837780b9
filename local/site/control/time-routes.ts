import * as v from 'valibot';
import { json, Refused } from '../answers';
import type { Call, Route } from './route';

const YEAR_MS = 366 * 86_400_000;
const MOVE = v.union([
  v.strictObject({ advanceMs: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(YEAR_MS)) }),
  v.strictObject({ to: v.pipe(v.string(), v.isoTimestamp()) }),
]);

function view({ world }: Call): Record<string, unknown> {
  const { clock, schedule } = world.forge;
  const next = schedule.next().map(({ key, at }) => ({ key, at }));
  return { now: clock.now(), aheadMs: Math.max(0, clock.now() - Date.now()), schedule: next };
}

/** Moves the clock on; what falls due meanwhile is delivered in order. */
async function move(call: Call): Promise<Response> {
  const { clock } = call.world.forge;
  const wanted = await call.body(MOVE);
  const instant = 'to' in wanted ? Date.parse(wanted.to) : clock.now() + wanted.advanceMs;
  if (instant < clock.now())
    throw new Refused(400, 'The clock only goes forward. To go back, reset the site.');
  if (instant > clock.now() + YEAR_MS) throw new Refused(400, 'The clock moves by at most a year at a time.');
  await clock.set(instant);
  await call.world.time.save(clock.now());
  return json(view(call));
}

async function runSchedule(call: Call): Promise<Response> {
  const { forge } = call.world;
  const key = call.params['key'] ?? '';
  if (!forge.schedule.next().some((one) => one.key === key)) {
    throw new Refused(404, 'The manifest has no schedule with this key.');
  }
  const { outcome, ms } = await forge.schedule.run(key);
  return json({ outcome, ms });
}

export const timeRoutes: Route[] = [
  { method: 'GET', path: '/clock', answer: (call) => json(view(call)) },
  { method: 'POST', path: '/clock', answer: move },
  { method: 'POST', path: '/schedule/:key', answer: runSchedule },
];
