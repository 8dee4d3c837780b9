import { emptiedRegistrations } from '../../../src/privacy/retention/expiry';
import { setRestriction } from '../../../src/privacy/restriction/restriction';
import { runRetention } from '../../../src/privacy/retention/retention';
import { openMemoryScene, type MemoryScene } from '../reporting/memory-scene';

const DAY_MS = 86_400_000;
/** More than one page of a list. */
const HELD = 510;

const nameOf = (n: number): string => `person-${String(n).padStart(4, '0')}`;
const peopleIn = ({ store }: MemoryScene): string[] => [...(store.rows.get('person')?.keys() ?? [])];

/** Registrations without records for more than a day: of so many people whose data is held, and then of others. */
async function afterThem(others: number): Promise<MemoryScene> {
  const scene = openMemoryScene();
  for (let n = 0; n < HELD + others; n += 1) {
    await scene.register(nameOf(n));
    if (n < HELD)
      await setRestriction(scene.engine, nameOf(n), 'administrator', true, { reason: 'legal-duty' });
    scene.pass(1);
  }
  scene.pass(2 * DAY_MS);
  return scene;
}

it('registrations that are held are passed by, and those behind them go', async () => {
  const scene = await afterThem(2);
  await runRetention(scene.engine);
  expect(peopleIn(scene)).toHaveLength(HELD);
  expect(scene.pushed.filter(({ message }) => message.job === 'retention')).toEqual([]);
});

it('a run goes on where the one before ended, and looks at none that is held again', async () => {
  const { engine } = await afterThem(3);
  const first = await emptiedRegistrations(engine, { limit: 1, spareMs: 0 });
  expect(first).toMatchObject({ held: HELD, records: [{ row: { accountId: nameOf(HELD) } }] });
  const second = await emptiedRegistrations(engine, { limit: 5, spareMs: 0, from: first.next });
  expect(second.held).toBe(0);
  expect(second.records.map(({ row }) => row.accountId)).toEqual([0, 1, 2].map((n) => nameOf(HELD + n)));
  expect(second).not.toHaveProperty('next');
});

it('where the time is over, the page that was looked at is not forgotten', async () => {
  const { engine } = await afterThem(1);
  const hurried = { ...engine, remainingMs: () => 0 };
  const first = await emptiedRegistrations(hurried, { limit: 5, spareMs: 1 });
  expect(first.records).toEqual([]);
  expect(first.held).toBeGreaterThan(0);
  expect(first.held).toBeLessThan(HELD);
  const second = await emptiedRegistrations(engine, { limit: 5, spareMs: 0, from: first.next });
  // The second run begins with the one that the first saw last.
  expect(first.held + second.held).toBe(HELD + 1);
  expect(second.records.map(({ row }) => row.accountId)).toEqual([nameOf(HELD)]);
});

it('a run whose time is over hands over the moment that it came to', async () => {
  const scene = await afterThem(2);
  const { engine, pushed } = scene;
  await runRetention({ ...engine, remainingMs: () => 0 });
  expect(peopleIn(scene)).toHaveLength(HELD + 2);
  const [event] = pushed.flatMap(({ message }) => (message.job === 'retention' ? [message] : []));
  expect(event?.from?.['standing']).toMatch(/^2026-03-02T/);
  await runRetention(engine, event?.from);
  expect(peopleIn(scene)).toHaveLength(HELD);
});
