import { DATA_MAP } from '../../../src/data-map';
import type { Cohort } from '../../../src/privacy/data-sets/cohort';
import type { Reporting } from '../../../src/privacy/data-sets/reporting';
import type { Engine, JobMessage, ReportAnswer, SiteAnswer } from '../../../src/privacy/engine';
import { writeAbout } from '../../../src/privacy/person/write';
import { openMemoryStore, type Fate, type MemoryStore } from '../../setup/memory-store';

const START = Date.UTC(2026, 2, 2, 9, 20);

/** The engine over a store in memory, whose calls a test makes fail one by one. */
export interface MemoryScene {
  engine: Engine;
  store: MemoryStore;
  reports: string[][];
  pushed: Array<{ message: JobMessage; delaySeconds: number }>;
  logged: string[];
  pauses: number[];
  /** Decides the fate of each call from now on. */
  fate: (call: string) => Fate;
  answer: (accounts: readonly string[]) => ReportAnswer;
  /** What Jira says of a person whom it removed. */
  onSite: (accountId: string) => SiteAnswer;
  pass(ms: number): void;
  register(accountId: string): Promise<void>;
  state(): Reporting;
  cohort(): Cohort;
}

export const NOTHING_TO_DO: ReportAnswer = { kind: 'answered', closed: [], updated: [], notUnderstood: 0 };

export function openMemoryScene(): MemoryScene {
  let now = START;
  const store = openMemoryStore({
    map: DATA_MAP,
    now: () => now,
    fate: (call) => scene.fate(call),
    die: () => new Promise(() => undefined),
    lagMs: 0,
  });
  const engine: Engine = {
    store,
    queue: { push: async (message, delaySeconds) => void scene.pushed.push({ message, delaySeconds }) },
    reports: {
      report: async (accounts) => {
        const asked = accounts.map(({ accountId }) => accountId);
        scene.reports.push(asked);
        return scene.answer(asked);
      },
    },
    members: { ask: async (accountId) => scene.onSite(accountId) },
    now: () => new Date(now),
    pause: async (ms) => {
      scene.pauses.push(ms);
      now += ms;
    },
    remainingMs: () => 900_000,
    installationId: () => 'a-site-in-memory',
    mapVersion: '0123456789abcdef',
    dependents: {},
    log: (event) => scene.logged.push(event),
  };
  const scene: MemoryScene = {
    engine,
    store,
    reports: [],
    pushed: [],
    logged: [],
    pauses: [],
    fate: () => 'works',
    answer: () => NOTHING_TO_DO,
    onSite: () => ({ kind: 'gone' }),
    pass: (ms) => {
      now += ms;
    },
    register: (accountId) =>
      writeAbout(engine, {
        accountId,
        causedAt: new Date(now),
        registers: true,
        reads: [],
        plan: () => ({ write: [], result: undefined }),
      }),
    state: () => store.rows.get('reporting')?.get('reporting') as Reporting,
    cohort: () => store.rows.get('cohort')?.get('1') as Cohort,
  };
  return scene;
}

/** The nth call of a kind from now on ends so, and those after it, as many as are said. */
export function failing(kind: string, nth: number, fate: Fate, times = 1): (call: string) => Fate {
  let seen = 0;
  return (call) => {
    if (call !== kind) return 'works';
    seen += 1;
    return seen >= nth && seen < nth + times ? fate : 'works';
  };
}
