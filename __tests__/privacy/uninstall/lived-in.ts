import type { LocalForge, LocalForgeOptions } from '../../../local/forge';
import { personOf } from '../../behaviour/person';
import { openTestForge, SHORT_PAGES } from '../../setup/test-forge';
import { PEOPLE } from '../../setup/test-site';

export const HASH = 'a'.repeat(64);
export const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;

/** A site on which Anna and Ben have entries, and Chloé was erased: every kind of record is there. */
export async function livedInForge(options: Partial<LocalForgeOptions> = {}): Promise<LocalForge> {
  const forge = await openTestForge({ ...options, storage: { ...SHORT_PAGES, ...options.storage } });
  await liveIn(forge);
  return forge;
}

/** What is done on such a site, where it is opened with short pages. */
export async function liveIn(forge: LocalForge): Promise<void> {
  for (const day of ['2026-02-24', '2026-02-25', '2026-02-26']) {
    await personOf(forge, PEOPLE.anna).log(day);
  }
  await personOf(forge, PEOPLE.ben).log('2026-02-26');
  await personOf(forge, PEOPLE.chloe).log('2026-02-26');
  await personOf(forge, PEOPLE.chloe).user('eraseMyData', { receiptHash: HASH });
  await forge.clock.advance(HOUR_MS);
}

/** Uninstalls the app, and installs it anew with the store that it had. */
export async function comeBack(forge: LocalForge): Promise<void> {
  const old = forge.installations.get().id;
  await forge.installations.uninstall();
  await forge.clock.advance(DAY_MS);
  const { id } = await forge.installations.create();
  forge.installations.relink(old, id);
}

/** An uninstall whose function does not get as far as its first call: the store stays as it is. */
export async function comeBackWhole(forge: LocalForge): Promise<void> {
  forge.faults.add({ functionKey: 'pre-uninstall', outcome: { kind: 'crash', when: 'before' } });
  await comeBack(forge);
  forge.faults.clear();
}
