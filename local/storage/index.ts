export { StorageRefusal } from './errors';
export { LIMITS, type Evidence, type Limit } from './limits';
export { openStorage } from './open';
export type {
  EntityDeclaration,
  IndexDeclaration,
  Lag,
  LoadedRow,
  LocalStorage,
  MissingRowOutcome,
  OpenStorageOptions,
  OwnedRow,
  StorageManifest,
  StorageSettings,
  StoredRow,
  Usage,
} from './types';
