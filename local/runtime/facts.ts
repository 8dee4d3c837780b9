import type { ForgeRuntime } from '@forge/api/out/api/runtime';
import type { External } from './egress';
import type { InvocationSource } from './records';

/** What a function is told about its invocation, as plain data that can cross to a worker. */
export interface InvocationFacts {
  invocationId: string;
  installationId: string;
  cloudId: string;
  appId: string;
  functionKey: string;
  moduleKey: string;
  moduleType: InvocationSource;
  scopes: string[];
  external: External;
  accountId?: string;
  timeoutMs: number;
}

const ENVIRONMENT_ID = '7b1c3a52-9a0e-4d7e-8a35-1f2f4f5c0001';
const APP_VERSION = '1.0.0';

const metrics: ForgeRuntime['metrics'] = {
  counter: () => ({ incr: ignore, incrBy: ignore, decr: ignore, decrBy: ignore }),
  timing: () => ({ measure: () => ({ stop: ignore }) }),
  gauge: () => ({ set: ignore }),
};

function ignore(): void {
  // Forge collects these; nothing here reads them.
}

export function siteAri(cloudId: string): string {
  return `ari:cloud:jira::site/${cloudId}`;
}

/** What the module wrote in the manifest is allowed, as `getAppContext().permissions` shows it. */
type RuntimePermissions = NonNullable<ForgeRuntime['appContext']['permissions']>;

/** The value of `global.__forge_runtime__` during an invocation. */
export function createRuntime(facts: InvocationFacts, remainingMs: () => number): ForgeRuntime {
  return {
    proxy: { token: 'local', url: 'local' },
    contextAri: siteAri(facts.cloudId),
    container: { runtime: 'local' },
    appContext: {
      appId: facts.appId,
      appVersion: APP_VERSION,
      environmentId: ENVIRONMENT_ID,
      environmentType: 'DEVELOPMENT',
      invocationId: facts.invocationId,
      installationId: facts.installationId,
      functionKey: facts.functionKey,
      moduleType: facts.moduleType,
      moduleKey: facts.moduleKey,
      permissions: { scopes: facts.scopes, external: facts.external } as unknown as RuntimePermissions,
    },
    ...(facts.accountId === undefined ? {} : { aaid: facts.accountId }),
    lambdaContext: { awsRequestId: facts.invocationId, getRemainingTimeInMillis: remainingMs },
    tracing: { traceId: facts.invocationId, spanId: facts.invocationId.slice(0, 16) },
    realtime: {},
    metrics,
    featureFlags: () => false,
  };
}

/** The second argument of every function. */
export function createContext(facts: InvocationFacts): Record<string, unknown> {
  const installation = `ari:cloud:ecosystem::installation/${facts.installationId}`;
  const site = siteAri(facts.cloudId);
  return {
    installContext: site,
    principal: facts.accountId === undefined ? undefined : { accountId: facts.accountId },
    license: undefined,
    installation: {
      ari: { installationId: facts.installationId, toString: () => installation, toJSON: () => installation },
      contexts: [{ cloudId: facts.cloudId, toString: () => site, toJSON: () => site }],
    },
  };
}
