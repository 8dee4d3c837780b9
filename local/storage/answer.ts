import { NotModelledError } from '../errors';
import { TextResponse } from '../text-response';
import { StorageRefusal } from './errors';
import type { Installation } from './installation';
import { ENDPOINTS } from './operations';
import { unitsOf } from './rates';
import { parseBody } from './wire';

const PREFIX = '/api/v1/';
const JSON_HEADERS = { 'content-type': 'application/json' };

/** Answers one call in memory: a refusal is a response, what is not modelled is thrown. */
export function answer(
  installation: Installation,
  installationId: string,
  fullPath: string,
  body: string,
  now: number,
): Response {
  const path = fullPath.startsWith(PREFIX) ? fullPath.slice(PREFIX.length) : fullPath;
  const endpoint = ENDPOINTS.get(path);
  if (!endpoint) throw new NotModelledError(`storage POST ${fullPath}`);
  const { usage } = installation;
  const { settings } = installation.model;
  usage.calls[path] = (usage.calls[path] ?? 0) + 1;
  try {
    const bytes = Buffer.byteLength(body);
    admit(installation, endpoint.kind, bytes, now);
    installation.sweep(now);
    const call = { path, body: parseBody(body), bytes, now, installationId, installation, settings };
    const text = endpoint.answer(call);
    if (endpoint.kind === 'read') countRead(installation, text ?? '', now);
    return text === undefined
      ? new Response(null, { status: 204 })
      : new TextResponse(text, { headers: JSON_HEADERS });
  } catch (error) {
    if (error instanceof StorageRefusal) return refusal(error);
    throw error;
  }
}

function admit(installation: Installation, kind: 'read' | 'write', bytes: number, now: number): void {
  const { usage, rates, model } = installation;
  const units = kind === 'write' ? unitsOf(bytes) : 1;
  rates.admit(kind, units, now, model.settings);
  usage.requests++;
  if (kind === 'read') {
    usage.readUnits++;
    return;
  }
  usage.writeUnits += units;
  usage.bytesWritten += bytes;
}

/** A read costs by what it answers: the first unit was taken when it was admitted. */
function countRead(installation: Installation, text: string, now: number): void {
  const bytes = Buffer.byteLength(text);
  const more = unitsOf(bytes) - 1;
  installation.usage.bytesRead += bytes;
  installation.usage.readUnits += more;
  installation.rates.addReadUnits(more, now);
}

function refusal({ status, code, message }: StorageRefusal): Response {
  return new TextResponse(JSON.stringify({ code, message }), { status, headers: JSON_HEADERS });
}
