import type { LocalForge, LocalForgeOptions } from './contract';

export type * from './contract';

/** Starts a Forge on this machine for one app. */
export declare function openLocalForge(options: LocalForgeOptions): Promise<LocalForge>;
