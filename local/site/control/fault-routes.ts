import * as v from 'valibot';
import { json, Refused } from '../answers';
import type { Call, Route } from './route';

const SWITCH = v.strictObject({
  on: v.boolean(),
  number: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10_000))),
});

function view({ world }: Call): Response {
  return json({ faults: world.faults.list(), struck: world.forge.faults.struck() });
}

async function change(call: Call): Promise<Response> {
  const { on, number } = await call.body(SWITCH);
  if (!call.world.faults.set(call.params['key'] ?? '', on, number)) {
    throw new Refused(404, 'There is no such fault to switch.');
  }
  return view(call);
}

export const faultRoutes: Route[] = [
  { method: 'GET', path: '/faults', answer: view },
  { method: 'POST', path: '/faults/:key', answer: change },
];
