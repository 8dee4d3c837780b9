import { entityRules, reserveRules } from '../../scripts/manifest/entity-rules';
import { afterChange, readManifest, type Entity } from './read-manifest';

const changed = (change: (entity: Entity) => unknown) =>
  afterChange(entityRules, ({ app }) =>
    change(app.storage.entities.find(({ name }) => name === 'time-entry') as Entity),
  );

const many = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, i) => [`a${i}`, { type: 'string' }]));

describe('the custom entities', () => {
  it('keep to what Forge allows', () => {
    expect(entityRules(readManifest())).toEqual([]);
  });

  it.each<[string, (entity: Entity) => unknown]>([
    ['a name too short', (entity) => (entity.name = 'te')],
    ['capitals in a name', (entity) => (entity.name = 'Time-entry')],
    ['51 attributes', (entity) => Object.assign(entity, { attributes: many(51), indexes: [] })],
    ['an attribute name of 31 letters', (entity) => (entity.attributes['a'.repeat(31)] = { type: 'string' })],
    ['an attribute name with a hyphen', (entity) => (entity.attributes['a-b'] = { type: 'string' })],
    ['an eighth index', (entity) => (entity.indexes = Object.keys(many(8)))],
    ['an index of nothing', (entity) => (entity.indexes = ['nothing'])],
    ['an index twice', (entity) => (entity.indexes = ['seconds', 'seconds'])],
    ['an index name that Forge has', (entity) => (entity.indexes = [{ name: 'by-key', range: ['seconds'] }])],
    ['a range of two', (entity) => (entity.indexes = [{ name: 'two', range: ['seconds', 'createdAt'] }])],
    [
      'an index over any',
      (entity) => {
        entity.attributes['loose'] = { type: 'any' };
        entity.indexes = [{ name: 'by-loose', partition: ['loose'], range: ['seconds'] }];
      },
    ],
  ])('would be refused with %s', (_, change) => {
    expect(changed(change)).not.toEqual([]);
  });

  it('leave seven of the twenty that Forge allows to features to come', () => {
    expect(reserveRules(readManifest())).toEqual([]);
    const more = (count: number) =>
      afterChange(reserveRules, ({ app: { storage } }) =>
        storage.entities.splice(
          0,
          20,
          ...Array.from({ length: count }, (_, i) => ({ name: `e${i}`, attributes: many(1) })),
        ),
      );
    expect(more(13)).toEqual([]);
    expect(more(14)).toEqual([expect.stringContaining("the place 'app-state'")]);
  });

  it('would be refused if there were 21, or one twice', () => {
    const twentyOne = Array.from({ length: 21 }, (_, i) => ({ name: `entity-${i}`, attributes: many(1) }));
    expect(afterChange(entityRules, ({ app }) => (app.storage.entities = twentyOne))).toHaveLength(1);
    expect(
      afterChange(entityRules, ({ app: { storage } }) =>
        storage.entities.push(...storage.entities.slice(0, 1)),
      ),
    ).toHaveLength(1);
  });
});
