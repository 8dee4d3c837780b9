/** A refusal in the control API: what happened and what to do, as JSON. */
export class Refused extends Error {
  override name = 'Refused';

  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

const NO_STORE = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };

export function json(value: unknown, status = 200): Response {
  const headers = { ...NO_STORE, 'content-type': 'application/json; charset=utf-8' };
  return new Response(JSON.stringify(value), { status, headers });
}

export function refusal(status: number, message: string): Response {
  return json({ error: message }, status);
}

export function text(
  body: string | Uint8Array,
  type: string,
  headers: Record<string, string> = {},
): Response {
  return new Response(body as BodyInit, { headers: { ...NO_STORE, 'content-type': type, ...headers } });
}
