import { PEPPER, PEPPER_KEY } from './data-sets/settings';
import { randomKey } from './digest';
import type { Engine } from './engine';

/** The random key of this installation from which those of its digests and seals are made. */
export async function pepperOf(engine: Engine): Promise<string> {
  const present = await engine.store.get(PEPPER, PEPPER_KEY);
  return (present ?? (await engine.store.putIfAbsent(PEPPER, PEPPER_KEY, { pepper: randomKey() }))).pepper;
}
