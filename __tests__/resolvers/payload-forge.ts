import { adminFunctions } from '../../src/resolvers/admin';
import { userFunctions } from '../../src/resolvers/user';

/** Every function of the contract, and a module that has it. */
export const EVERY_FUNCTION = [
  ...Object.keys(userFunctions).map((name) => ['privacy-panel', name] as const),
  ...Object.keys(adminFunctions).map((name) => ['privacy-admin', name] as const),
];

/** Of no kind that the app takes and in no answer of its own accord: where it is found, an answer echoes its input. */
export const MARKER = 'M4RK_3R';

const deep = (levels: number): unknown => {
  let value: unknown = MARKER;
  for (let level = 0; level < levels; level += 1) value = { [MARKER]: [value] };
  return value;
};

/** What `@forge/resolver` turns into an empty payload, and an empty list: wrong where a function needs something. */
export const NOTHING: Record<string, unknown> = {
  nothing: undefined,
  null: null,
  zero: 0,
  'empty text': '',
  false: false,
  'an empty list': [],
  'an empty object': {},
};

export const HOSTILE: Record<string, unknown> = {
  text: MARKER,
  'huge text': MARKER.repeat(60_000),
  number: 4711,
  true: true,
  list: [MARKER],
  'list of objects': [{ [MARKER]: MARKER }],
  'foreign field': { [MARKER]: MARKER },
  'deep nesting': { [MARKER]: deep(500) },
  'many fields': Object.fromEntries(Array.from({ length: 5000 }, (_, n) => [`${MARKER}${n}`, n])),
  __proto__: JSON.parse(`{"__proto__": {"${MARKER}": true}}`),
  'constructor and prototype': { constructor: { prototype: { [MARKER]: MARKER } } },
  'a long list': Array.from({ length: 20_000 }, () => MARKER),
};

export const WRONG_VALUES: Record<string, unknown> = {
  text: MARKER,
  'text with markup': `<script>${MARKER}</script>`,
  'huge text': MARKER.repeat(10_000),
  'text with a line break': `${MARKER}\n`,
  'a number out of any range': 1e300,
  'a negative number': -7.5,
  null: null,
  'an object': { [MARKER]: MARKER },
  'a list of lists': [[MARKER]],
  'deep nesting': deep(200),
  'an account that is nobody': 'unknown',
};

const ID = 'request-0000-0000-1';
const INSTANT = '2026-03-01T10:00:00.000Z';
const HASH = 'ab'.repeat(32);
const WEEKS = { afterDays: 14, mostADay: 5 };
const DECLINED = { reason: 'working-time-law', keptUntil: '2027-12-31' };

/** What a function takes: what it needs, and what it may have besides. */
export interface Payload {
  needs: Record<string, unknown>;
  may?: Record<string, unknown>;
}

/** For each function a payload of the right form; a function without one fails its tests. */
export function payloadsAbout(accountId: string): Record<string, Payload | undefined> {
  const reason = 'person-asked';
  const filter = { limit: 10, from: '2026-01-01', to: '2026-12-31', issueId: '20001', order: 'oldest-first' };
  return {
    getPanel: { needs: {}, may: { timezoneOffset: 0, language: 'fr' } },
    getNotice: { needs: {}, may: { language: 'de' } },
    getNoticeVersion: { needs: { version: HASH.slice(0, 16) }, may: { language: 'fr' } },
    listNoticeVersions: { needs: {} },
    getNoticeReaders: { needs: {} },
    acknowledgeNotice: { needs: { version: HASH.slice(0, 16) }, may: { language: 'fr' } },
    logTime: {
      needs: { requestId: ID, startedOn: '2026-03-01', duration: '1h' },
      may: { timezoneOffset: 0, issueId: '20001' },
    },
    logEntries: {
      needs: { requestId: ID, entries: [{ issueId: '20001', startedOn: '2026-03-01', duration: '1h' }] },
      may: { timezoneOffset: 0 },
    },
    listEntries: { needs: {}, may: filter },
    getYear: { needs: {}, may: { year: '2026', timezoneOffset: 0 } },
    getWeek: { needs: {}, may: { day: '2026-03-01', startsOn: 1, timezoneOffset: 0 } },
    deleteEntries: { needs: { ids: [ID] } },
    correctEntry: { needs: { id: ID, startedOn: '2026-03-01', duration: '1h' }, may: { timezoneOffset: 0 } },
    undoChange: { needs: { undo: 'Ab-_'.repeat(20) } },
    getImportRules: { needs: {} },
    importEntries: {
      needs: {
        rows: [{ id: ID, issueId: '20001', startedOn: '2026-03-01', seconds: 60, createdAt: INSTANT }],
      },
      may: { asOf: INSTANT, timezoneOffset: 0 },
    },
    getOverview: { needs: {}, may: { language: 'de' } },
    listAccesses: { needs: {} },
    exportPage: { needs: {} },
    previewErasure: { needs: {}, may: {} },
    eraseMyData: { needs: { receiptHash: HASH }, may: { timezoneOffset: -120 } },
    openRequest: {
      needs: { type: 'correction', correction: { id: ID, startedOn: '2026-03-01', duration: '1h' } },
    },
    listMyRequests: { needs: {} },
    withdrawRequest: { needs: { type: 'access', id: ID } },
    getJob: { needs: { id: ID }, may: { receiptHash: HASH } },
    checkReceipt: { needs: { code: 'ABCD'.repeat(8) }, may: { number: '1' } },
    setRestriction: { needs: { restricted: false } },
    getDashboard: { needs: {} },
    listPeople: { needs: {}, may: { limit: 10, only: [accountId] } },
    listAffected: { needs: { reason: 'security' }, may: { limit: 10 } },
    listEntriesOf: { needs: { accountId, reason }, may: filter },
    correctEntryOf: {
      needs: { accountId, reason, id: ID, startedOn: '2026-03-01', duration: '1h' },
      may: { timezoneOffset: 0 },
    },
    deleteEntriesOf: { needs: { accountId, reason, ids: [ID] } },
    exportPageOf: { needs: { accountId, reason } },
    previewErasureOf: { needs: { accountId, reason }, may: {} },
    erasePerson: { needs: { accountId, reason, receiptHash: HASH } },
    erasePeople: { needs: { people: [{ accountId, receiptHash: HASH }], reason } },
    listErasures: { needs: {}, may: { limit: 10 } },
    retryErasure: { needs: { id: ID } },
    getReceiptChain: { needs: {}, may: { after: '1', limit: 10 } },
    setRestrictionOf: {
      needs: { accountId, reason: 'legal-duty', restricted: true },
      may: { reviewOn: '2026-06-01' },
    },
    extendHoldOf: { needs: { accountId, reason: 'legal-duty', reviewOn: '2026-06-01' } },
    listHoldsToReview: { needs: {} },
    listRequests: { needs: {}, may: { limit: 10, status: 'open' } },
    openRequestOf: {
      needs: { accountId, type: 'access', receivedOn: '2026-03-01', identified: 'document' },
    },
    decideRequest: {
      needs: { accountId, type: 'erasure', id: ID, decision: 'decline', ...DECLINED },
    },
    extendRequest: { needs: { accountId, type: 'access', id: ID, reason: 'complex' } },
    getSettings: { needs: {} },
    saveSettings: {
      needs: { retentionDays: { 'time-entry': 90 }, selfErasure: 'at-once', removedDays: 30 },
      may: {
        keepTotals: true,
        controllerPage: '20001',
        bases: { 'time-recording': 'contract' },
      },
    },
    takeBackSetting: { needs: { setting: 'removedDays' }, may: { dataSet: 'time-entry' } },
    previewRetention: { needs: {}, may: { retentionDays: { 'time-entry': 90 } } },
    getAuditLog: {
      needs: {},
      may: {
        limit: 10,
        since: '2026-01-01T00:00:00.000Z',
        until: '2027-01-01T00:00:00.000Z',
        event: 'entries-viewed',
        role: 'administrator',
        reason: 'security',
      },
    },
    whoActed: { needs: { line: `${INSTANT}#${ID}`, reason: 'security' } },
    getRecordOfProcessing: { needs: {}, may: { language: 'fr' } },
    getSiteCheck: { needs: {} },
    checkSite: { needs: {}, may: { run: ID, untilRefused: false } },
    getReporting: { needs: {} },
    listRemoved: { needs: {} },
    getReportingOf: { needs: { accountId } },
    runReporting: { needs: {} },
    getWebhook: { needs: {} },
    enableWebhook: { needs: {} },
    rotateWebhookSecret: { needs: {} },
    disableWebhook: { needs: {} },
    listAnnounced: { needs: {}, may: { limit: 10 } },
    previewWebhookUndo: { needs: {}, may: { since: '2026-03-01T00:00:00.000Z' } },
    undoWebhook: { needs: { reason }, may: { since: '2026-03-01T00:00:00.000Z' } },
    setWebhookLimit: { needs: { mostADay: 50 }, may: { was: 50 } },
    takeBackWebhookErasing: { needs: {}, may: {} },
    setWebhookErasing: { needs: {}, may: { erases: WEEKS, was: WEEKS, waited: false } },
    dismissAnnounced: { needs: { accountId, reason } },
  };
}
