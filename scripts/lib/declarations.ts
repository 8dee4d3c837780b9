import { fieldsOf, type DataMap } from '../../src/storage/data-set';

/** What another version depends on of a data set. */
export interface Declaration {
  place: string;
  /** The names of the parts of its key. */
  key: string[];
  required: string[];
  optional: string[];
  indexes: string[];
}

/** The data sets of a map, by name. */
export function declarationsOf(map: DataMap): Record<string, Declaration> {
  return Object.fromEntries(
    map.map((set) => {
      const namesOf = (optional: boolean): string[] =>
        fieldsOf(set).flatMap(([name, field]) => ((field.optional ?? false) === optional ? [name] : []));
      const { name, place, key, indexes } = set;
      return [
        name,
        {
          place,
          key: key.map(([part]) => part),
          required: namesOf(false),
          optional: namesOf(true),
          indexes: indexes.map((index) => index.name),
        },
      ];
    }),
  );
}
