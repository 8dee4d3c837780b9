import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createAgenda, type DueSource } from './agenda';
import { createReportApi, type KnownReport, type ReportApi } from './atlassian';
import { createClock, type KeptClock } from './clock';
import type { LocalForgeOptions } from './contract';
import { LocalForgeError } from './errors';
import { createFaults, type FaultBook } from './faults';
import { readManifest, type ParsedManifest } from './manifest';
import { createPlatform } from './platform';
import { createQueue, type LocalQueue } from './queue';
import { createRandom, type Random } from './random';
import { createDoor } from './runtime/door';
import type { FunctionHost } from './runtime/host';
import { createInvoker, type Invoker } from './runtime/invoker';
import { DEFAULT_CALL_MS } from './runtime/limits';
import { createModuleHost } from './runtime/module-host';
import { createRecords, type InvocationBook } from './runtime/records';
import { createWorkerHost } from './runtime/worker-host';
import type { InstallationBook } from './installations';
import { openState, type State } from './state';
import { openStorage, type LocalStorage } from './storage';
import type { WebTriggerUrl } from './web-trigger';
import type { UrlOptions } from './web-trigger/urls';

const KEPT_INVOCATIONS = 500;

/** What everything else stands on: time, state, storage, the door and what runs functions behind it. */
export interface Ground {
  manifest: ParsedManifest;
  clock: KeptClock;
  /** What the clock delivers; each part adds its own. */
  sources: DueSource[];
  random: Random;
  state: State;
  storage: LocalStorage;
  faults: FaultBook;
  records: InvocationBook;
  queue: LocalQueue;
  reportApi: ReportApi;
  webTriggerUrls: UrlOptions;
  host: FunctionHost;
  invoke: Invoker;
  unmodelled: string[];
  undelivered: string[];
  lateCalls: string[];
  /** Known once the installations are open, which themselves stand on this ground. */
  installations: { book?: InstallationBook };
}

export async function openGround(options: LocalForgeOptions): Promise<Ground> {
  const { directory, startAt, ticking = startAt === undefined, seed = 1 } = options;
  if (directory !== undefined) mkdirSync(directory, { recursive: true });
  const manifest = typeof options.manifest === 'object' ? options.manifest : readManifest(options.manifest);
  refuseMissingFiles(manifest, options.app.files);
  const sources: DueSource[] = [];
  const state = openState(directory, options.kept?.tables);
  const kept = state.table<number>('clock');
  const clock = createClock({ startAt, ticking, agenda: createAgenda(sources), kept });
  const storage = await openStorage({
    manifest: manifest.storage,
    now: clock.now,
    kept: options.kept?.rows,
    ...(directory === undefined ? {} : { directory: join(directory, 'storage') }),
    ...(options.storage === undefined ? {} : { settings: options.storage }),
  });
  return connect(options, { manifest, sources, clock, state, storage, random: createRandom(seed) });
}

function refuseMissingFiles({ functions }: ParsedManifest, files: object): void {
  for (const { key, handler } of functions) {
    const { file, name } = handler;
    if (Object.hasOwn(files, file)) continue;
    throw new LocalForgeError(
      `The function ${key} has the handler ${file}.${name}, and the app has no file src/${file}.`,
    );
  }
}

type Base = Pick<Ground, 'manifest' | 'sources' | 'clock' | 'state' | 'storage' | 'random'>;

function connect(options: LocalForgeOptions, base: Base): Ground {
  const { manifest, clock, state, random } = base;
  const installations: Ground['installations'] = {};
  const book = (): InstallationBook => {
    if (!installations.book) throw new Error('The installations are not open yet.');
    return installations.book;
  };
  const unmodelled: string[] = [];
  const lateCalls: string[] = [];
  const faults = createFaults(random);
  const records = createRecords(KEPT_INVOCATIONS);
  const installation = (id: string) => book().find(id);
  const queue = createQueue({ manifest, now: clock.now, random, state, installation });
  const reportApi = createReportApi({
    now: clock.now,
    known: state.table<KnownReport>('reports'),
    installedAt: (id) => installation(id)?.installedAt ?? 0,
    person: (accountId) => firstDefined(book().list(), ({ jira }) => jira.person(accountId)),
  });
  const webTriggerUrls = {
    manifest,
    urls: state.table<WebTriggerUrl>('web-trigger-urls'),
    origin: options.webTriggerOrigin,
  };
  const parts = {
    ...base,
    now: clock.now,
    queue,
    reportApi,
    installations: book,
    webTriggerUrls,
    ownAnswers: options.jiraAnswers,
  };
  const { callMs = DEFAULT_CALL_MS } = options;
  const carry = createPlatform(parts);
  const { scopes } = manifest;
  const door = createDoor({ clock, faults, scopes, carry, callMs, random, unmodelled, lateCalls });
  const host = openHost(options, clock.ticking);
  const invoke = createInvoker({ manifest, host, clock, door, records, unmodelled });
  return {
    ...base,
    faults,
    records,
    queue,
    reportApi,
    webTriggerUrls,
    host,
    invoke,
    unmodelled,
    undelivered: [],
    lateCalls,
    installations,
  };
}

function openHost({ app }: LocalForgeOptions, ticking: boolean): FunctionHost {
  return app.kind === 'module'
    ? createModuleHost(app.files)
    : createWorkerHost({ files: app.files, ticking });
}

function firstDefined<T, R>(items: T[], find: (item: T) => R | undefined): R | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}
