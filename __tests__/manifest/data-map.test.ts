import { entitiesOf } from '../../scripts/lib/entities';
import { DATA_MAP } from '../../src/data-map';
import { fieldsOf } from '../../src/storage/data-set';
import { CONDITION_FIELDS } from '../../src/storage/layout';
import { readManifest } from './read-manifest';

const byName = <Named extends { name: string }>(list: readonly Named[]): Named[] =>
  [...list].sort((a, b) => (a.name < b.name ? -1 : 1));

const SHARED = DATA_MAP.filter(({ place }) => place === 'app-state');

describe('the custom entities of the manifest', () => {
  it('are those of the data map: same names, fields, types and indexes', () => {
    const declared = entitiesOf(DATA_MAP);
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

describe('the entity that data sets share', () => {
  it('is as it was deployed, whatever data sets and fields come', () => {
    expect(readManifest().app.storage.entities).toContainEqual({
      name: 'app-state',
      attributes: {
        kind: { type: 'string' },
        id: { type: 'string' },
        version: { type: 'integer' },
        state: { type: 'string' },
        holder: { type: 'string' },
        digest: { type: 'string' },
        fields: { type: 'any' },
      },
      indexes: [{ name: 'by-kind', partition: ['kind'], range: ['id'] }],
    });
    const [first] = SHARED;
    const more = { ...first, name: 'scratch', fields: { ...first?.fields, more: first?.fields } } as never;
    expect(entitiesOf([...DATA_MAP, more])).toEqual(entitiesOf(DATA_MAP));
  });

  it('has what is about nobody, needs no index of its own, and can be told from what it was by a condition', () => {
    expect(SHARED.length).toBeGreaterThan(5);
    for (const set of SHARED) {
      expect(set).toMatchObject({ about: 'nobody', indexes: [], exported: false });
      expect(Object.keys(set.fields).some((name) => Object.hasOwn(CONDITION_FIELDS, name))).toBe(true);
    }
  });

  it('has fields of conditions in attributes of their type', () => {
    const types = { integer: 'integer', token: 'string', digest: 'string', 'one-of': 'string' } as const;
    const named = SHARED.flatMap((set) => fieldsOf(set)).flatMap(([name, { value }]) =>
      Object.entries(CONDITION_FIELDS).flatMap(([field, type]) =>
        field === name ? [[name, type, types[value.kind as keyof typeof types]]] : [],
      ),
    );
    expect(new Set(named.map(([name]) => name))).toEqual(new Set(Object.keys(CONDITION_FIELDS)));
    for (const [, type, ofKind] of named) expect(ofKind).toBe(type);
  });
});
