import { modulesOf, type ManifestModule } from '../manifest';
import { LocalForgeError } from '../errors';
import { INVOCATION_LIMITS } from '../runtime/limits';
import type { Invoker } from '../runtime/invoker';
import { plain, respondTo } from './respond';
import type { WebTriggerAnswer, WebTriggerControl, WebTriggerRequest } from './types';
import { urlId, type UrlOptions } from './urls';

export type * from './types';

interface WebTriggerOptions extends UrlOptions {
  invoke: Invoker;
  installation(id?: string): { id: string; cloudId: string } | undefined;
}

interface WebTriggers extends WebTriggerControl {
  call(keyOrUrl: string, request: WebTriggerRequest, installation?: string): Promise<WebTriggerAnswer>;
}

export function createWebTriggers(options: WebTriggerOptions): WebTriggers {
  return {
    urls: () => options.urls.values(),
    call: async (keyOrUrl, request, installationId) => {
      const target = findTarget(options, keyOrUrl, installationId);
      if (!target) return plain(404, 'There is no such web trigger.');
      const payload = functionRequest(request, target.id);
      if (Buffer.byteLength(JSON.stringify(payload)) > INVOCATION_LIMITS.payloadBytes) {
        return plain(413, `The request is larger than ${INVOCATION_LIMITS.payloadBytes} bytes.`);
      }
      const completed = await options.invoke({
        source: 'webtrigger',
        functionKey: target.module.function ?? '',
        moduleKey: target.module.key,
        installation: target.installation,
        timeoutMs: INVOCATION_LIMITS.defaultSeconds * 1000,
        payload,
      });
      return respondTo(target.module, completed);
    },
  };
}

interface Target {
  id: string;
  module: ManifestModule;
  installation: { id: string; cloudId: string };
}

/** A key is called as if its URL existed; a URL only while it does. */
function findTarget(
  options: WebTriggerOptions,
  keyOrUrl: string,
  installationId?: string,
): Target | undefined {
  const modules = modulesOf(options.manifest, 'webtrigger');
  const id = urlId(keyOrUrl);
  if (id === undefined) {
    const module = modules.find(({ key }) => key === keyOrUrl);
    const installation = options.installation(installationId);
    if (!module || !installation) throw new LocalForgeError(`The app has no web trigger ${keyOrUrl}.`);
    return { id: keyOrUrl, module, installation };
  }
  const url = options.urls.get(id);
  const module = modules.find(({ key }) => key === url?.key);
  const installation = url && options.installation(url.installation);
  return module && installation ? { id, module, installation } : undefined;
}

function functionRequest(request: WebTriggerRequest, id: string): Record<string, unknown> {
  const userPath = request.path ?? '';
  return {
    method: request.method,
    headers: lists(request.headers),
    body: request.body ?? '',
    path: `/public/${id}${userPath}`,
    userPath,
    queryParameters: lists(request.query),
  };
}

function lists(values: Record<string, string | string[]> = {}): Record<string, string[]> {
  const entries = Object.entries(values).map(([name, value]) => [
    name,
    Array.isArray(value) ? value : [value],
  ]);
  return Object.fromEntries(entries) as Record<string, string[]>;
}
