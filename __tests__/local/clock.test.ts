import { openSample } from './sample-app/open';
import { TEST_START } from '../setup/test-forge';

const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 1));
}

/** A sample app whose scheduled triggers note when and as what they run. */
async function openTicks(): Promise<{
  forge: Awaited<ReturnType<typeof openSample>>;
  ran: { key: string; at: number }[];
}> {
  const ran: { key: string; at: number }[] = [];
  const tick = (payload: unknown): void => {
    const { context } = payload as { context: { moduleKey: string } };
    ran.push({ key: context.moduleKey, at: Date.now() });
  };
  return { forge: await openSample({ tick, listen: () => undefined }), ran };
}

describe('The clock', () => {
  test('stands still until it is moved, and never goes back', async () => {
    const { forge } = await openTicks();
    expect(forge.clock.now()).toBe(TEST_START);
    await forge.clock.advance(5000);
    expect(forge.clock.now()).toBe(TEST_START + 5000);
    await forge.clock.set(TEST_START + HOUR);
    expect(forge.clock.now()).toBe(TEST_START + HOUR);
    await expect(forge.clock.set(TEST_START)).rejects.toThrow('cannot go back');
    await expect(forge.clock.advance(-1)).rejects.toThrow('cannot go back');
  });

  test('runs by itself when no start is given', async () => {
    const ticks: number[] = [];
    const forge = await openSample(
      { tick: () => void ticks.push(Date.now()), listen: () => undefined },
      { ticking: true, startAt: TEST_START },
    );
    expect(forge.clock.ticking).toBe(true);
    const before = forge.clock.now();
    expect(before).toBeLessThan(TEST_START + DAY);
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(forge.clock.now()).toBeGreaterThan(before + 20);
    await forge.clock.advance(2 * DAY);
    expect(forge.clock.now()).toBeGreaterThan(TEST_START + 2 * DAY);
    expect(ticks.length).toBeGreaterThan(40);
    await forge.close();
  });
});

describe('A move of the clock', () => {
  test('waits for what is being delivered, however slow it is', async () => {
    let goOn = (): void => undefined;
    const held = new Promise<void>((resolve) => (goOn = resolve));
    const order: string[] = [];
    const tick = async (): Promise<void> => {
      order.push('begun');
      await held;
      order.push('ended');
    };
    const forge = await openSample({ tick, listen: () => undefined });
    const [first] = forge.schedule.next().toSorted((one, other) => one.at - other.at);
    const reached = forge.clock.set(first?.at ?? 0);
    await until(() => order.length > 0);
    const moved = forge.clock.advance(1).then(() => order.push('moved'));
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(order).toEqual(['begun']);
    goOn();
    await Promise.all([reached, moved]);
    expect(order).toEqual(['begun', 'ended', 'moved']);
    await forge.close();
  });
});

describe('A scheduled trigger', () => {
  test('runs at its interval, at a constant place in it, about five minutes after installing at the earliest', async () => {
    const { forge, ran } = await openTicks();
    const [planned] = forge.schedule.next().filter(({ key }) => key === 'daily');
    await forge.clock.advance(10 * DAY);
    const daily = ran.filter(({ key }) => key === 'daily').map(({ at }) => at);
    expect(daily).toHaveLength(10);
    expect(daily[0]).toBe(planned?.at);
    expect(daily[0]).toBeGreaterThanOrEqual(TEST_START + 5 * 60 * 1000);
    expect(new Set(daily.map((at) => at % DAY)).size).toBe(1);
    expect(ran.filter(({ key }) => key === 'hourly').length).toBeGreaterThanOrEqual(239);
    expect(ran.map(({ at }) => at)).toEqual(ran.map(({ at }) => at).sort((one, other) => one - other));
  });

  test('runs at other minutes for another installation', async () => {
    const { forge } = await openTicks();
    await forge.installations.create();
    const places = forge.schedule
      .next()
      .filter(({ key }) => key === 'daily')
      .map(({ at }) => at % DAY);
    expect(places).toHaveLength(2);
    expect(new Set(places).size).toBe(2);
  });

  test('can be run now, doubled and missed', async () => {
    const { forge, ran } = await openTicks();
    await forge.schedule.run('daily');
    expect(ran).toEqual([{ key: 'daily', at: TEST_START }]);
    forge.schedule.mode.missed = 1;
    await forge.clock.advance(DAY);
    expect(ran).toHaveLength(1);
    forge.schedule.mode.missed = 0;
    forge.schedule.mode.doubled = 1;
    await forge.clock.advance(DAY);
    expect(ran).toHaveLength(1 + 2 * 25);
    await expect(forge.schedule.run('nothing')).rejects.toThrow('no module nothing');
  });

  test('does not make up for what nobody was there for', async () => {
    const { forge, ran } = await openTicks();
    await forge.clock.advance(30 * DAY, { deliver: false });
    expect(ran).toEqual([]);
    await forge.clock.advance(0);
    expect(ran.filter(({ key }) => key === 'daily')).toHaveLength(1);
    await forge.clock.advance(DAY);
    expect(ran.filter(({ key }) => key === 'daily')).toHaveLength(2);
  });

  test('a throw is recorded and not tried again', async () => {
    const forge = await openSample({
      listen: () => undefined,
      tick: () => {
        throw new Error('no');
      },
    });
    await expect(forge.schedule.run('daily')).resolves.toMatchObject({ outcome: 'error', error: 'no' });
    const count = forge.invocations.count();
    await forge.queue.settle({ delayed: true });
    expect(forge.invocations.count()).toBe(count);
  });
});
