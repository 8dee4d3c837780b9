import type { LocalForge } from '../contract';
import type { StorageSettings } from '../storage';

/** A fault that the drawer can switch on: what it is in words, and how it is done. Returns what ends it. */
interface Preset {
  title: string;
  /** Has a number to set, for example the call at which a function dies. */
  number?: { label: string; preset: number };
  begin(forge: LocalForge, number: number): () => void;
}

const LAG_MS = 30_000;
const LOST_SHARE = 0.25;
const REPORTS = '/app/report-accounts';

/** Flips a switch of the storage, and back. */
function flip<Name extends keyof StorageSettings>(
  { storage: { settings } }: LocalForge,
  name: Name,
  value: StorageSettings[Name],
): () => void {
  const before = settings[name];
  settings[name] = value;
  return () => {
    settings[name] = before;
  };
}

/** As on a site that has not accepted the permissions of an upgrade. */
function withoutConsent(forge: LocalForge): () => void {
  const before = forge.atlassian.settings.consented;
  forge.atlassian.settings.consented = false;
  return () => {
    forge.atlassian.settings.consented = before;
  };
}

function doubledEvents(forge: LocalForge): () => void {
  const before = forge.queue.mode.duplicates;
  forge.queue.mode.duplicates = 1;
  return () => {
    forge.queue.mode.duplicates = before;
  };
}

const FAULT_PRESETS: Record<string, Preset> = {
  'storage-429': {
    title: 'Storage answers 429 (too many requests)',
    begin: (forge) =>
      forge.faults.add({ remote: 'kvs', outcome: { kind: 'rate-limited', retryAfterSeconds: 5 } }),
  },
  'storage-500': {
    title: 'Storage answers 500',
    begin: (forge) => forge.faults.add({ remote: 'kvs', outcome: { kind: 'answer', status: 500 } }),
  },
  'lost-responses': {
    title: 'One storage answer in four is lost',
    begin: (forge) =>
      forge.faults.add({ remote: 'kvs', probability: LOST_SHARE, outcome: { kind: 'lost-response' } }),
  },
  'query-lag': {
    title: 'Queries lag 30 seconds behind',
    begin: (forge) => flip(forge, 'queryLagMs', LAG_MS),
  },
  'short-pages': {
    title: 'Storage cuts pages short',
    number: { label: 'rows a page', preset: 7 },
    begin: (forge, rows) => flip(forge, 'pageRows', rows),
  },
  'cursor-at-end': {
    title: 'The last page of a query has a cursor, too',
    begin: (forge) => flip(forge, 'cursorAtEnd', 'present'),
  },
  'check-passes': {
    title: 'A check passes where there is no row',
    begin: (forge) => flip(forge, 'checkOnMissingRow', 'passes'),
  },
  'condition-passes': {
    title: 'A condition of a write passes where there is no row',
    begin: (forge) => flip(forge, 'conditionOnMissingRow', 'passes'),
  },
  'keys-by-entity': {
    title: 'A transaction takes a key once for each entity',
    begin: (forge) => flip(forge, 'transactionKeys', 'once-per-entity'),
  },
  'queue-twice': { title: 'The queue delivers everything twice', begin: doubledEvents },
  'reports-429': {
    title: 'Atlassian answers reports with 429',
    number: { label: 'ask again after minutes', preset: 120 },
    begin: (forge, minutes) =>
      forge.faults.add({
        path: REPORTS,
        outcome: { kind: 'rate-limited', retryAfterSeconds: minutes * 60 },
      }),
  },
  'reports-401': { title: 'The site has not consented to reporting (401)', begin: withoutConsent },
  crash: {
    title: 'A function dies once',
    number: { label: 'at platform call', preset: 3 },
    begin: (forge, number) => forge.faults.crashAt(number),
  },
};

/** Which presets are on. They end with the site: a fault never survives a restart. */
export interface FaultSwitches {
  list(): { key: string; title: string; on: boolean; number?: { label: string; preset: number } }[];
  set(key: string, on: boolean, number?: number): boolean;
  clear(): void;
}

export function faultSwitches(forge: () => LocalForge): FaultSwitches {
  const ends = new Map<string, () => void>();
  const end = (key: string): void => {
    ends.get(key)?.();
    ends.delete(key);
  };
  return {
    list: () =>
      Object.entries(FAULT_PRESETS).map(([key, { title, number }]) => {
        const listed = { key, title, on: ends.has(key) };
        return number ? { ...listed, number } : listed;
      }),
    set: (key, on, number) => {
      const preset = FAULT_PRESETS[key];
      if (!preset) return false;
      end(key);
      if (on) ends.set(key, preset.begin(forge(), number ?? preset.number?.preset ?? 1));
      return true;
    },
    clear: () => [...ends.keys()].forEach(end),
  };
}
