import { sha256 } from '../../src/privacy/digest';
import type { StoredRow } from '../../local/storage';
import { PEOPLE } from '../setup/test-site';
import { useForge } from '../setup/use-forge';

const app = useForge();
const DAYS = ['2026-02-25', '2026-02-26', '2026-02-27', '2026-02-28', '2026-03-01', '2026-03-02'];

async function install(): Promise<[first: string, second: string]> {
  const first = app.forge.installations.get().id;
  return [first, (await app.forge.installations.create()).id];
}

const dump = (id: string): StoredRow[] => app.forge.storage.dump(app.forge.installations.get(id).storageId);
const entriesOf = (id: string): unknown[] =>
  dump(id)
    .filter(({ entityName }) => entityName === 'time-entry')
    .map(({ value }) => (value as { issueId: string }).issueId);

describe('Two installations in one process', () => {
  it('keep their rows apart, by turns and at once', async () => {
    const [first, second] = await install();
    const logs = DAYS.flatMap((day) => [
      () => app.person(PEOPLE.anna, first).log(day, '1h', '20001'),
      () => app.person(PEOPLE.anna, second).log(day, '2h', '20002'),
    ]);
    for (const log of logs.slice(0, 6)) await log();
    await Promise.all(logs.slice(6).map((log) => log()));
    expect(entriesOf(first)).toEqual(DAYS.map(() => '20001'));
    expect(entriesOf(second)).toEqual(DAYS.map(() => '20002'));
  });

  it('share no row and no secret', async () => {
    const [first, second] = await install();
    for (const id of [first, second]) {
      await app.person(PEOPLE.anna, id).log('2026-03-02');
      await app.person(PEOPLE.ben, id).log('2026-03-02');
      await app.person(PEOPLE.ben, id).user('eraseMyData', { receiptHash: sha256(id) });
    }
    await app.forge.queue.settle({ delayed: true });
    const secretsOf = (id: string) =>
      dump(id)
        .filter(({ store }) => store === 'secret')
        .map(({ value }) => value);
    expect(secretsOf(first)).toHaveLength(1);
    expect(secretsOf(first)).not.toEqual(secretsOf(second));
    const randomOf = (id: string) =>
      new Set(
        dump(id).flatMap(({ value }) => JSON.stringify(value).match(/[0-9a-f]{8}-[0-9a-f-]{27}/g) ?? []),
      );
    const theirs = randomOf(second);
    const people = new Set<string>(Object.values(PEOPLE).flatMap((id) => id.split(':')));
    expect([...randomOf(first)].filter((one) => theirs.has(one) && !people.has(one))).toEqual([]);
    const markersOf = (id: string) =>
      dump(id)
        .filter(({ entityName }) => entityName === 'marker')
        .map(({ key }) => key);
    expect(markersOf(first)).not.toEqual(markersOf(second));
  });

  it('erase, expire and restrict each for itself', async () => {
    const [first, second] = await install();
    for (const id of [first, second]) {
      await app.person(PEOPLE.anna, id).log('2026-03-02');
      await app.person(PEOPLE.ben, id).log('2026-03-02');
    }
    await app.forge.storage.load(app.forge.installations.get(second).storageId, [
      { store: 'plain', key: 'settings', value: { retentionDays: { 'time-entry': 30 } } },
    ]);
    await app.person(PEOPLE.ben, first).user('setRestriction', { restricted: true });
    await app.person(PEOPLE.anna, first).user('eraseMyData', { receiptHash: sha256('a code') });
    await app.forge.clock.advance(86_400_000);
    expect(dump(first).filter((row) => JSON.stringify(row).includes(PEOPLE.anna))).toEqual([]);
    await expect(app.person(PEOPLE.anna, second).user('listEntries')).resolves.toMatchObject({
      entries: [{ keptUntil: '2026-04-01' }],
    });
    await expect(app.person(PEOPLE.ben, second).user('getPanel')).resolves.toMatchObject({
      restricted: false,
    });
    await app.forge.clock.advance(35 * 86_400_000);
    expect(entriesOf(first)).toHaveLength(1);
    expect(entriesOf(second)).toEqual([]);
  });

  it('show administrators the people of their own site only', async () => {
    const [first, second] = await install();
    await app.person(PEOPLE.anna, first).log('2026-03-02');
    await app.person(PEOPLE.ben, second).log('2026-03-02');
    const peopleOf = async (id: string) =>
      (await app.person(PEOPLE.admin, id).admin('listPeople')).people.map(({ accountId }) => accountId);
    await expect(peopleOf(first)).resolves.toEqual([PEOPLE.anna]);
    await expect(peopleOf(second)).resolves.toEqual([PEOPLE.ben]);
  });
});
