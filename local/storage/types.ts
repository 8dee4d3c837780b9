/** One stored row, read raw and strictly: not what a query shows. Instants are epoch milliseconds. */
export interface StoredRow {
  store: StoreName;
  entityName?: string;
  key: string;
  value: unknown;
  createdAt: number;
  updatedAt: number;
  expiresAt?: number;
}

export type StoreName = 'plain' | 'secret' | 'entity';

export type LoadedRow = Pick<StoredRow, 'store' | 'entityName' | 'key' | 'value'>;

/** What is kept of a row: positions are worked out again from the value. */
export interface KeptRow {
  text: string;
  createdAt: number;
  updatedAt: number;
  expiresAt?: number;
}

/** A row as read back from disk. */
export interface RestoredRow extends KeptRow {
  store: StoreName;
  entityName: string | undefined;
  key: string;
}

/** A row with the installation whose it is, for a storage that begins with it. */
export interface OwnedRow {
  installationId: string;
  row: RestoredRow;
}

/** How long a query lags behind a write, in milliseconds: fixed, or drawn anew for each index and write. */
export type Lag = number | { min: number; max: number };

/** `evaluated`: the condition is put to a row without attributes, so only `notExists` and negations hold. */
export type MissingRowOutcome = 'fails' | 'passes' | 'evaluated';

/** What the model leaves open or what can be made worse on purpose; each can be changed while running. */
export interface StorageSettings {
  /** 0 (the default): queries show every write at once. A change already under way keeps its time. */
  queryLagMs: Lag;
  /** What a condition on a transaction's set or delete does when the row is missing: undocumented. */
  conditionOnMissingRow: MissingRowOutcome;
  /** What a transaction's check does when the row is missing: documented and seen to fail. */
  checkOnMissingRow: MissingRowOutcome;
  /** How long an expired row can still be read before it is swept: documented as up to 48 hours. */
  ttlRemovalLagMs: number;
  /** Says which item of a batch fails; `path` is `batch/get`, `batch/set` or `batch/delete`. */
  partialBatchFailure: (path: string, key: string, entityName?: string) => boolean;
  /** The rates per second and minute; sizes and counts of one request are always checked. */
  quotas: 'enforced' | 'off';
  /** Atlassian's pages name both codes for a 429. */
  rateLimitCode: 'TOO_MANY_REQUESTS' | 'RATE_LIMIT_EXCEEDED';
  /** Whether an attribute that the manifest does not declare is refused or stored: undocumented. */
  unknownAttributes: 'refused' | 'kept';
  /** Whether "each key once" in a transaction also counts the same key in two entities: undocumented. */
  transactionKeys: 'once' | 'once-per-entity';
  /**
   * For how long a transaction keeps others from the rows that it names, those that it only checks among them. 0 (the
   * default): for no time. Undocumented; what DynamoDB does.
   */
  transactionHoldMs: number;
  /** Whether a page that ends exactly at the last row still carries a cursor: undocumented. */
  cursorAtEnd: 'absent' | 'present';
  /** A page of a query has at most so many rows, however many were asked for, and still a cursor: seen by others. */
  pageRows: number;
  /** A page ends before it has more bytes than this, but has one row at least: assumed, after the database below. */
  pageBytes: number;
}

/** What one installation used since it was opened or last reset. */
export interface Usage {
  /** Calls by path, such as `entity/get`, refused ones too. */
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
  /**
   * Answers one POST to `/api/v1/…` as Forge storage would; `path` may carry that prefix or not.
   * Rejects with `NotModelledError` when the call asks for something this storage does not model.
   */
  handle(installationId: string, path: string, body: string): Promise<Response>;
  /** Every stored row, or every one of an entity, also those expired but not yet swept. */
  dump(installationId: string, entityName?: string): StoredRow[];
  /** Every row of every installation, for a storage that is to begin with them. */
  kept(): OwnedRow[];
  /** What the lagging queries still show. */
  dumpIndexes(installationId: string): StoredRow[];
  /** Stores many rows, checked like any write but outside the quotas; none is kept when one is refused. */
  load(installationId: string, rows: Iterable<LoadedRow>): Promise<void>;
  /** Removes every row, from queries too, and forgets the usage. */
  empty(installationId: string): Promise<void>;
  usage(installationId: string): Usage;
  resetUsage(installationId: string): void;
  /** Change a field to change the behaviour from the next call on. */
  readonly settings: StorageSettings;
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
  /** What is stored from the first, where nothing is on disk. */
  kept?: readonly OwnedRow[] | undefined;
  /** Draws a varying lag, 0 to 1; `Math.random` unless given. */
  random?: () => number;
}
