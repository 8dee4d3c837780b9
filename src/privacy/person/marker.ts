import { MARKER, type Marker } from '../data-sets/marker';
import { PEPPER, PEPPER_KEY } from '../data-sets/settings';
import { keyedDigest } from '../digest';
import type { Engine } from '../engine';

/**
 * What is left of an erasure of this account, if there is something: found by the digest that only this installation makes.
 * Where nobody was ever erased there is no key for it yet, and looking makes none.
 */
export async function readMarker(engine: Engine, accountId: string): Promise<Marker | undefined> {
  const key = await engine.store.get(PEPPER, PEPPER_KEY);
  return key && engine.store.get(MARKER, keyedDigest(key.pepper, accountId));
}
