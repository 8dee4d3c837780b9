import { markerKeyOf } from './admission';
import { MARKER, type Marker } from './data-sets/marker';
import type { Engine } from './engine';

/** What is left of an erasure of this account, if there is something: found by the digest that only this installation makes. */
export const readMarker = async (engine: Engine, accountId: string): Promise<Marker | undefined> =>
  engine.store.get(MARKER, await markerKeyOf(engine, accountId));
