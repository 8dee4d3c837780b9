import type { InvokeRequest } from '../contract';
import { InvocationFailed, LocalForgeError } from '../errors';
import { isSignedInHere } from '../jira';
import type { LocalJira } from '../jira/types';
import { findModule, type ParsedManifest } from '../manifest';
import { siteAri } from './facts';
import type { Completed, Invoker } from './invoker';
import { INVOCATION_LIMITS } from './limits';

interface Site {
  id: string;
  cloudId: string;
  jira: LocalJira;
}

/** Calls a resolver as the browser's bridge does, with the front end's limits and errors. */
export async function invokeFromBrowser(
  manifest: ParsedManifest,
  invoke: Invoker,
  site: Site,
  request: InvokeRequest,
): Promise<unknown> {
  refuseSignedOut(site.jira, request.accountId);
  const module = findModule(manifest, request.moduleKey);
  const payload = {
    call: { functionKey: request.functionKey, payload: request.payload },
    context: clientContext(site, module.type, request),
  };
  refuseSize('payload', JSON.stringify(request.payload ?? {}), INVOCATION_LIMITS.frontEndRequestBytes);
  const completed = await invoke({
    source: 'resolver',
    functionKey: module.function,
    moduleKey: module.key,
    call: request.functionKey,
    installation: site,
    accountId: request.accountId,
    payload,
    timeoutMs: INVOCATION_LIMITS.uiSeconds * 1000,
  });
  return resultForBrowser(completed);
}

/** What the browser gets: the form of the message was observed in developers' reports. */
function resultForBrowser({ record, value, bytes }: Completed): unknown {
  if (record.outcome !== 'ok') {
    throw new InvocationFailed(
      `There was an error invoking the function - ${record.error ?? record.outcome}`,
    );
  }
  if (bytes > INVOCATION_LIMITS.frontEndResponseBytes) {
    throw new InvocationFailed(sizeMessage('response', bytes, INVOCATION_LIMITS.frontEndResponseBytes));
  }
  return value;
}

/** The client's context: Forge does not vouch for it. */
function clientContext(site: Site, type: string, { moduleKey, extension, context }: InvokeRequest): object {
  return {
    localId: `${site.id}/${moduleKey}`,
    cloudId: site.cloudId,
    siteUrl: `https://${site.jira.host}`,
    environmentType: 'DEVELOPMENT',
    moduleKey,
    installContext: siteAri(site.cloudId),
    ...context,
    extension: { type, ...extension },
  };
}

function refuseSignedOut(jira: LocalJira, accountId: string | undefined): void {
  const person = accountId === undefined ? undefined : jira.person(accountId);
  if (person && !isSignedInHere(person)) {
    throw new LocalForgeError('This person is deactivated, closed or off the site, and cannot open Jira.');
  }
}

function refuseSize(what: string, json: string, most: number): void {
  const bytes = Buffer.byteLength(json);
  if (bytes > most) throw new InvocationFailed(sizeMessage(what, bytes, most));
}

function sizeMessage(what: string, bytes: number, most: number): string {
  return `There was an error invoking the function - the ${what} has ${bytes} bytes; at most ${most} are allowed`;
}
