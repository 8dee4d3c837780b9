import { MARKER, type Marker } from '../data-sets/marker';
import { PEPPER, PEPPER_KEY } from '../data-sets/settings';
import { keyedDigest } from '../digest';
import type { Engine } from '../engine';
import { pepperOf } from '../sealing';

/**
 * What is left of an erasure of this account, if there is something: found by the digest that only this installation makes.
 * Where nobody was ever erased there is no key for it yet, and looking makes none.
 */
export async function readMarker(engine: Engine, accountId: string): Promise<Marker | undefined> {
  const key = await engine.store.get(PEPPER, PEPPER_KEY);
  return key && engine.store.get(MARKER, markerKeyWith(key.pepper, accountId));
}

/** The key of a person's marker: a digest that cannot be made without the installation's secret. */
export const markerKeyOf = async (engine: Engine, accountId: string): Promise<string> =>
  markerKeyWith(await pepperOf(engine), accountId);

/** The same from that secret. */
export const markerKeyWith = (pepper: string, accountId: string): string => keyedDigest(pepper, accountId);
