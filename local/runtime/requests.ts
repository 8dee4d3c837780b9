import type { PlatformCall, RemoteName } from '../faults/types';
import { NotModelledError } from '../errors';
import type { Invocation } from './invocation';
import type { ForgeDescriptor, ForgeRequestInit } from './scope';

/** A call of a function to the platform, taken apart. */
export interface PlatformRequest extends PlatformCall {
  provider: 'app' | 'user';
}

/** @throws NotModelledError for remotes and providers that this model does not have */
export function readRequest(
  invocation: Invocation,
  descriptor: ForgeDescriptor,
  path: string,
  init: ForgeRequestInit = {},
): PlatformRequest {
  const method = (init.method ?? 'GET').toUpperCase();
  const remote = readRemote(descriptor, method, path);
  const question = path.indexOf('?');
  return {
    remote,
    provider: readProvider(descriptor, remote, path),
    method,
    path: question < 0 ? path : path.slice(0, question),
    query: new URLSearchParams(question < 0 ? '' : path.slice(question + 1)),
    body: readBody(init.body, remote, path),
    functionKey: invocation.facts.functionKey,
    installation: invocation.facts.installationId,
  };
}

function readRemote(descriptor: ForgeDescriptor, method: string, path: string): RemoteName {
  if (descriptor.type === 'kvs') return 'kvs';
  const { remote, contextAri } = descriptor;
  const known = remote === 'jira' || remote === 'stargate';
  if (descriptor.type === 'fpp' && known && contextAri === undefined) return remote;
  throw new NotModelledError(`${descriptor.type} ${remote ?? contextAri ?? ''} ${method} ${path}`);
}

function readProvider(descriptor: ForgeDescriptor, remote: RemoteName, path: string): 'app' | 'user' {
  const { provider, accountId } = descriptor;
  if (accountId !== undefined)
    throw new NotModelledError(`${remote} ${path} as a named user (offline impersonation)`);
  if (remote === 'kvs' || provider === 'app') return 'app';
  if (provider === 'user') return 'user';
  throw new NotModelledError(`${remote} ${path} with the provider ${provider ?? 'none'}`);
}

function readBody(body: unknown, remote: RemoteName, path: string): string {
  if (body === undefined || body === null) return '';
  if (typeof body === 'string') return body;
  throw new NotModelledError(`${remote} ${path} with a body that is not text`);
}
