import type { LocalReportApi } from './atlassian/types';
import type { Clock } from './clock';
import type { Faults } from './faults/types';
import type { Installations } from './installations/types';
import type { OwnAnswers } from './jira/request';
import type { JiraSite, LocalJira } from './jira/types';
import type { ParsedManifest } from './manifest';
import type { ProductEventMode } from './product-events/types';
import type { QueueControl } from './queue/types';
import type { CallTime } from './runtime/limits';
import type { InvocationRecord, InvocationRecords } from './runtime/records';
import type { ScheduleControl } from './schedule/types';
import type { KeptTables } from './state';
import type { LocalStorage, OwnedRow, StorageSettings } from './storage';
import type { WebTriggerAnswer, WebTriggerControl, WebTriggerRequest } from './web-trigger/types';

/** What a manifest function is, once loaded: it gets the payload and Forge's context. */
export type AppFunction = (payload: unknown, context: unknown) => unknown;

/** Where the app's code comes from, and with that how far apart it runs from everything else. */
type AppSource =
  /** In this process: fast, for tests. */
  | { kind: 'module'; files: HandlerFiles<() => Promise<Record<string, unknown>>> }
  /** Each invocation alone in a worker with its own memory limit. `files` are CommonJS bundles. */
  | { kind: 'bundle'; files: HandlerFiles<string> };

/** The files that handlers name, below `src/` and without their ending, for example `index` or `triggers/people`. */
export type HandlerFiles<T> = Readonly<Record<string, T>>;

export interface LocalForgeOptions {
  /** The manifest, or the path of its file; without it the project's own `manifest.yml`. */
  manifest?: string | ParsedManifest;
  app: AppSource;
  /** Keeps storage, queue, Jira and installations here across restarts; without it all live in memory. */
  directory?: string;
  /** What another Forge kept, without a directory: this one goes on as that one would after a restart. */
  kept?: Kept;
  /** Epoch milliseconds at which the clock starts; without it real time. */
  startAt?: number;
  /** Does the clock run by itself (and deliver what falls due), or only when moved? Default: runs without `startAt`. */
  ticking?: boolean;
  /** How long one platform call takes. */
  callMs?: CallTime;
  storage?: Partial<StorageSettings>;
  /** The first installation's Jira site. */
  site?: JiraSite;
  /** Answers of somebody's own for calls of Jira that are not modelled. */
  jiraAnswers?: OwnAnswers | undefined;
  /** Seeds every random choice (faults, queue, schedule). */
  seed?: number;
  /** Origin of web trigger URLs, for example the local site's; without it Forge's own form. */
  webTriggerOrigin?: string;
}

/** All that outlives a restart: what the app stores, and what else this Forge remembers. */
export interface Kept {
  rows: readonly OwnedRow[];
  tables: KeptTables;
}

/** A resolver call as the browser's bridge makes it. */
export interface InvokeRequest {
  moduleKey: string;
  functionKey: string;
  payload?: unknown;
  /** Who is signed in; without it nobody is. */
  accountId?: string;
  installation?: string;
  /** Becomes `context.extension`, for example the issue the panel stands on. */
  extension?: Record<string, unknown>;
  /** More of the client's context, which Forge does not vouch for. */
  context?: Record<string, unknown>;
}

export interface LocalForge {
  manifest: ParsedManifest;
  clock: Clock;
  /** Answers what the resolver returns, through JSON; rejects with the message that the browser would see. */
  invoke(request: InvokeRequest): Promise<unknown>;
  /** What the bridge's `requestJira` gets, as the viewer. */
  requestJira(
    accountId: string | undefined,
    path: string,
    init?: RequestInit,
    installation?: string,
  ): Promise<Response>;
  /** Calls a web trigger by its module key or by its URL. */
  webTrigger(keyOrUrl: string, request: WebTriggerRequest, installation?: string): Promise<WebTriggerAnswer>;
  webTriggers: WebTriggerControl;
  events: {
    mode: ProductEventMode;
    /** Sends a product or lifecycle event to every trigger of the manifest that listens; gives the runs it led to at once. */
    emit(name: string, payload: Record<string, unknown>, installation?: string): Promise<InvocationRecord[]>;
  };
  schedule: ScheduleControl;
  queue: QueueControl;
  storage: LocalStorage;
  /** The Jira site of the first installation. */
  jira: LocalJira;
  atlassian: LocalReportApi;
  faults: Faults;
  invocations: InvocationRecords;
  installations: Installations;
  /** Everything that was asked for and is not modelled, named; empty is good. */
  unmodelled: string[];
  /** Events that came to no function, because the manifest lacks the scope for them. Empty is good. */
  undelivered: string[];
  /** Platform calls that began or ended after their function had answered: somebody did not await. Empty is good. */
  lateCalls: string[];
  /** A copy of what would outlive a restart; call it while nothing is delivered. */
  kept(): Kept;
  close(): Promise<void>;
}
