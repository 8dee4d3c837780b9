import { DATA_MAP } from '../../src/data-map';
import { entityOf } from './entity-of';
import { readManifest } from './read-manifest';

const byName = <Named extends { name: string }>(list: readonly Named[]): Named[] =>
  [...list].sort((a, b) => (a.name < b.name ? -1 : 1));

describe('the custom entities of the manifest', () => {
  it('are those of the data map: same names, fields, types and indexes', () => {
    const declared = DATA_MAP.filter(({ place }) => place === 'entity').map(entityOf);
    expect(declared.length).toBeGreaterThan(5);
    expect(byName(readManifest().app.storage.entities)).toEqual(byName(declared));
  });

  it('have an index for whatever finds or ends a record', () => {
    const missing = DATA_MAP.flatMap(({ name, found, retention, indexes }) => {
      const needed = [
        ...(found?.by === 'index' ? [found.index] : []),
        ...(retention.days ? [retention.days.from] : []),
        ...(retention.fixed ? [retention.fixed.index] : []),
      ];
      const present = new Set(indexes.map((index) => index.name));
      return needed.filter((index) => !present.has(index)).map((index) => `${name} has no index ${index}`);
    });
    expect(missing).toEqual([]);
  });
});
