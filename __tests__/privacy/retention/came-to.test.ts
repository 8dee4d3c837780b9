import * as v from 'valibot';
import { engine } from '../../../src/app';
import { JOB_MESSAGE, type Engine, type JobMessage } from '../../../src/privacy/engine';
import { runRetention, carried, placesIn } from '../../../src/privacy/retention/retention';
import { personOf } from '../../behaviour/person';
import type { Inside } from '../../setup/inside';
import { PEOPLE } from '../../setup/test-site';
import { storedRows } from '../../setup/use-forge';
import { openBeside } from '../erasure/meeting';

const DAY_MS = 86_400_000;
const POSITION = '2023-03-02#0123456789abcdef0123456789abcdef';
const INSTANT = '2023-03-02T09:00:00.000Z';

let inside: Inside;
const run = <Result>(work: () => Promise<Result>): Promise<Result> => inside.run(work);
beforeEach(async () => {
  inside = await openBeside();
});
afterEach(() => inside.forge.close());

describe('Where a retention run came to', () => {
  it('names no record in an event, and is the same for whoever goes on', async () => {
    const places = { 'time-entry': POSITION, standing: INSTANT };
    const given = await run(() => carried(engine, places));
    expect(JSON.stringify(given)).not.toMatch(/2023-03-02#|0123456789abcdef/);
    expect(given['standing']).toBe(INSTANT);
    expect(v.is(JOB_MESSAGE, { job: 'retention', from: given })).toBe(true);
    expect(await run(() => placesIn(engine, given))).toEqual(places);
  });

  it('is begun anew where it cannot be read', async () => {
    const sealed = (await run(() => carried(engine, { 'time-entry': POSITION })))['time-entry'] ?? '';
    const changed = `${sealed.slice(0, -4)}AAAA`;
    const given = { 'time-entry': changed, standing: INSTANT };
    expect(await run(() => placesIn(engine, given))).toEqual({ standing: INSTANT });
  });

  it('is where the next run goes on', async () => {
    const { forge } = inside;
    for (const duration of ['1h', '2h']) await personOf(forge, PEOPLE.anna).log('2026-03-02', duration);
    await forge.clock.advance(1100 * DAY_MS, { deliver: false });
    const pushed: JobMessage[] = [];
    const queue: Engine['queue'] = { push: async (message) => void pushed.push(message) };
    await run(() => runRetention({ ...engine, queue, remainingMs: () => 0 }));
    expect(storedRows(forge, 'time-entry')).toHaveLength(2);
    const event = pushed.find(({ job }) => job === 'retention');
    expect(v.is(JOB_MESSAGE, event)).toBe(true);
    expect(JSON.stringify(event)).not.toContain('2026-03-02#');
    const from = event?.job === 'retention' ? event.from : undefined;
    expect((await run(() => placesIn(engine, from ?? {})))['time-entry']).toMatch(/^2026-03-02#/);
    await run(() => runRetention(engine, from));
    expect(storedRows(forge, 'time-entry')).toEqual([]);
  });
});
