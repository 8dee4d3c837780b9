import { entitiesOf } from '../../scripts/lib/entities';
import type { DataSet } from '../../src/storage/data-set';
import type { Entity } from './read-manifest';

/** The custom entity that the manifest must have for a data set. */
export const entityOf = (set: DataSet): Entity => entitiesOf([set])[0] as Entity;
