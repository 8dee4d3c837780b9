import type { DataSet, Field } from './data-set';

/** The declared fields of a data set by name. */
export const fieldsByName = (set: DataSet): Readonly<Record<string, Field>> => set.fields;

export const fieldsOf = (set: DataSet): Array<[name: string, field: Field]> =>
  Object.entries(fieldsByName(set));
