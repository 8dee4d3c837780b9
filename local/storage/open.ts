import type { LocalStorage, OpenStorageOptions } from './types';

export declare function openStorage(options: OpenStorageOptions): Promise<LocalStorage>;
