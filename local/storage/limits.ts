/** How a modelled behaviour is known: Atlassian's pages, an answer of the real service or package, or a choice. */
export type Evidence = 'documented' | 'observed' | 'assumed';

export interface Limit {
  value: number;
  unit: string;
  evidence: Evidence;
  source: string;
}

const DOCS = 'developer.atlassian.com/platform/forge';
const LIMITS_PAGE = `${DOCS}/limits-kvs-ce`;
const ENTITIES_PAGE = `${DOCS}/storage-reference/entities-manifest`;

const documented = (value: number, unit: string, source = LIMITS_PAGE): Limit => ({
  value,
  unit,
  evidence: 'documented',
  source,
});

const assumed = (value: number, unit: string, source: string): Limit => ({
  value,
  unit,
  evidence: 'assumed',
  source,
});

/** Every limit of Forge storage that is modelled. */
export const LIMITS = {
  keyCharacters: documented(500, 'characters'),
  valueBytes: documented(240 * 1024, 'bytes of JSON'),
  secretBytes: documented(128 * 1024, 'bytes of JSON', `${DOCS}/storage-reference/kvs-api-secret`),
  valueDepth: documented(31, 'levels'),
  requestsPerSecond: documented(1000, 'requests a second and installation'),
  readUnitsPerMinute: documented(4000, 'read units a minute and installation'),
  writeUnitsPerMinute: documented(4000, 'write units a minute and installation'),
  unitBytes: assumed(10 * 1024, 'bytes', 'the pages say 10KB; 1,024 bytes as in their KiB'),
  transactionOperations: documented(25, 'operations'),
  transactionBytes: documented(4 * 1024 * 1024, 'bytes'),
  batchKeys: documented(25, 'keys', `${DOCS}/storage-reference/kvs-batch`),
  batchSetBytes: documented(4 * 1024 * 1024, 'bytes', `${DOCS}/storage-reference/kvs-batch`),
  pageDefault: documented(10, 'rows', `${DOCS}/storage-reference/kvs-api-query`),
  pageMaximum: documented(100, 'rows', `${DOCS}/storage-reference/kvs-api-query`),
  pageBytes: assumed(1024 * 1024, 'bytes', 'what DynamoDB, which Forge is said to stand on, reads at once'),
  queryConditions: documented(100, 'conditions'),
  ttlSeconds: assumed(365 * 24 * 3600, 'seconds', 'the pages say 1 year; 365 days'),
  entities: documented(20, 'entities'),
  indexesPerEntity: documented(7, 'indexes'),
  attributesPerEntity: documented(50, 'attributes'),
  indexRangeBytes: documented(900, 'bytes'),
  indexPartitionBytes: documented(1700, 'bytes'),
  integerMinimum: documented(-2_147_483_648, '', ENTITIES_PAGE),
  integerMaximum: documented(2_147_483_647, '', ENTITIES_PAGE),
  floatMinimum: documented(1e-130, 'in size, or 0', ENTITIES_PAGE),
  /** The page names 38 digits of 9 and E+125, which no double holds: the next is this one, itself too large. */
  floatMaximum: documented(1e126, 'in size, itself left out', ENTITIES_PAGE),
} as const satisfies Record<string, Limit>;

/** Documented format of every key. */
export const KEY_FORMAT = /^(?!\s+$)[a-zA-Z0-9:._\s-#]+$/;
