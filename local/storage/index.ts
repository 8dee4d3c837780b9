export type {
  LocalStorage,
  OpenStorageOptions,
  StorageManifest,
  StorageSettings,
  StoredRow,
  Usage,
} from './types';
export { openStorage } from './open';
