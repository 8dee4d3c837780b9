import type { LocalForge } from '../contract';

const PUBLIC = /^\/public\/[^/]+(\/.*)?$/;

function lists(pairs: Iterable<[string, string]>): Record<string, string[]> {
  const all: Record<string, string[]> = {};
  for (const [name, value] of pairs) (all[name] ??= []).push(value);
  return all;
}

/** Does this path belong to a web trigger's URL? Everyone may call those: they are Forge's open door. */
export function isWebTrigger(pathname: string): boolean {
  return PUBLIC.test(pathname);
}

/** Hands a request to the web trigger of its URL, as Forge does, and its answer back. */
export async function answerWebTrigger(request: Request, forge: LocalForge): Promise<Response> {
  const url = new URL(request.url);
  const rest = PUBLIC.exec(url.pathname)?.[1];
  const answer = await forge.webTrigger(url.href, {
    method: request.method,
    headers: lists(request.headers),
    body: await request.text(),
    query: lists(url.searchParams),
    ...(rest === undefined ? {} : { path: rest }),
  });
  const headers = new Headers();
  for (const [name, values] of Object.entries(answer.headers)) {
    for (const value of values) headers.append(name, value);
  }
  const empty = answer.statusCode === 204 || answer.statusCode === 304;
  return new Response(empty ? null : answer.body, { status: answer.statusCode, headers });
}
