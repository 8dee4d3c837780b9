/** One stored row, read raw and strictly: not what a query shows. Instants are epoch milliseconds. */
export interface StoredRow {
  store: 'plain' | 'secret' | 'entity';
  entityName?: string;
  key: string;
  value: unknown;
  createdAt: number;
  updatedAt: number;
  expiresAt?: number;
}

export type LoadedRow = Pick<StoredRow, 'store' | 'entityName' | 'key' | 'value'>;

/** How long a query lags behind a write, in milliseconds: fixed, or drawn anew for each written row. */
export type Lag = number | { min: number; max: number };

/** What the model leaves open or what can be made worse on purpose; each can be changed while running. */
export interface StorageSettings {
  queryLagMs: Lag;
  /** What a condition on a transaction's set or delete does when the row is missing: undocumented. */
  conditionOnMissingRow: 'fails' | 'passes';
  /** What a transaction's check does when the row is missing: documented to need one. */
  checkOnMissingRow: 'fails' | 'passes';
  /** How long an expired row stays until it is swept: documented as up to 48 hours. */
  ttlRemovalLagMs: number;
  /** Says which item of a batch fails; `path` is `batch/get`, `batch/set` or `batch/delete`. */
  partialBatchFailure: (path: string, key: string, entityName?: string) => boolean;
  quotas: 'enforced' | 'off';
}

/** What one installation used since it was opened or last reset. */
export interface Usage {
  /** Calls by path, such as `entity/get`. */
  calls: Record<string, number>;
  requests: number;
  /** Units of 10 KB, as the per-minute quotas count them. */
  readUnits: number;
  writeUnits: number;
  rowsRead: number;
  rowsWritten: number;
  bytesRead: number;
  bytesWritten: number;
}

export interface LocalStorage {
  /** Answers one POST to `/api/v1/…` as Forge storage would; `path` may carry that prefix or not. */
  handle(installationId: string, path: string, body: string): Promise<Response>;
  /** Every stored row, also those expired but not yet swept. */
  dump(installationId: string): StoredRow[];
  /** What the lagging queries still show. */
  dumpIndexes(installationId: string): StoredRow[];
  /** Stores many rows, checked like any write but outside the quotas; none is kept when one is refused. */
  load(installationId: string, rows: Iterable<LoadedRow>): Promise<void>;
  empty(installationId: string): Promise<void>;
  usage(installationId: string): Usage;
  resetUsage(installationId: string): void;
  settings: StorageSettings;
  close(): Promise<void>;
}

/** The part of the manifest's `app.storage` that the storage answers by. */
export interface StorageManifest {
  entities?: EntityDeclaration[];
}

export interface EntityDeclaration {
  name: string;
  attributes: Record<string, { type: AttributeType }>;
  indexes?: (string | IndexDeclaration)[];
}

export type AttributeType = 'string' | 'integer' | 'float' | 'boolean' | 'any';

export interface IndexDeclaration {
  name: string;
  partition?: string[];
  range?: string[];
}

export interface OpenStorageOptions {
  manifest: StorageManifest;
  /** The clock of the local Forge, epoch milliseconds. */
  now: () => number;
  /** Where rows are kept across restarts; without it they live in memory only. */
  directory?: string;
  settings?: Partial<StorageSettings>;
}
