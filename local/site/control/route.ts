import * as v from 'valibot';
import type { Addresses } from '../addresses';
import { Refused } from '../answers';
import type { Session } from '../session';
import type { World } from '../world';

/** One request of the control API, with what its route needs. */
export interface Call {
  world: World;
  session: Session;
  addresses: Addresses;
  query: URLSearchParams;
  /** Parts of the path that the route names with a colon. */
  params: Record<string, string>;
  /** The checked JSON body; refuses with 400 what does not fit. */
  body<T>(schema: v.GenericSchema<unknown, T>): Promise<T>;
  /** Begins anew with the default data. */
  reset(): Promise<void>;
}

export interface Route {
  method: 'GET' | 'POST';
  /** Path below `/__local`, for example `/people/:accountId`. */
  path: string;
  answer(call: Call): Promise<Response> | Response;
}

/** The parts named by a pattern's colons when the path fits it. */
export function matchPath(pattern: string, path: string): Record<string, string> | undefined {
  const wanted = pattern.split('/');
  const given = path.split('/');
  if (wanted.length !== given.length) return undefined;
  const params: Record<string, string> = {};
  for (const [i, part] of wanted.entries()) {
    const value = decodeURIComponent(given[i] ?? '');
    if (part.startsWith(':')) params[part.slice(1)] = value;
    else if (part !== value) return undefined;
  }
  return params;
}

/** Only `application/json`, which no form of another page can send, changes anything. */
export function refuseForms(request: Request): void {
  const type = request.headers.get('content-type') ?? '';
  if (request.method === 'GET' || type.startsWith('application/json')) return;
  throw new Refused(415, 'Send a JSON body with the content type application/json.');
}

/** Reads and checks a JSON body; refuses with 400. */
export async function readBody<T>(request: Request, schema: v.GenericSchema<unknown, T>): Promise<T> {
  const value: unknown = await request.json().catch(() => undefined);
  const checked = v.safeParse(schema, Array.isArray(value) ? undefined : value);
  if (checked.success) return checked.output;
  const where = checked.issues.map((issue) => v.getDotPath(issue) ?? 'the body').join(', ');
  throw new Refused(400, `The body does not fit at: ${where}.`);
}
