import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';
import { LocalForgeError } from '../errors';
import type { JiraRequest, OwnAnswers } from './request';

const ANSWER = v.strictObject({
  status: v.optional(v.pipe(v.number(), v.integer(), v.minValue(200), v.maxValue(599)), 200),
  headers: v.optional(v.record(v.string(), v.string()), {}),
  body: v.optional(v.unknown()),
});
/** Statuses whose answers have no body. */
const BODILESS = [204, 205, 304];
const CALL = /^(?:GET|POST|PUT|PATCH|DELETE) \/\S*$/;

/** What a function of a module is told of a request. */
interface AskedOf {
  method: string;
  path: string;
  query: Record<string, string>;
  body: string;
  /** Who asks, if it is a person. */
  accountId: string | undefined;
}

/**
 * Reads answers from a file: JSON, or a module whose default export is the same and may have functions. A key is a call
 * such as `GET /rest/api/3/field/{id}`, whose braces stand for one part of the path.
 * @throws LocalForgeError which names what is wrong
 */
export function readOwnAnswers(file: string): OwnAnswers {
  const name = path.basename(file);
  const calls = contentOf(file);
  if (typeof calls !== 'object' || calls === null || Array.isArray(calls)) {
    throw new LocalForgeError(`${name} must hold a mapping of calls to answers.`);
  }
  const routes = Object.entries(calls).map(([call, answer]) => ({
    pattern: patternOf(name, call),
    answerTo:
      typeof answer === 'function' ? (answer as (asked: AskedOf) => unknown) : () => answer as unknown,
    call,
  }));
  for (const { call, answerTo } of routes) {
    // What a function answers is known when it is asked.
    if (typeof (calls as Record<string, unknown>)[call] !== 'function') checked(name, call, answerTo(NOBODY));
  }
  return (request) => {
    const route = routes.find(({ pattern }) => pattern.test(`${request.method} ${request.path}`));
    return route && responseOf(checked(name, route.call, route.answerTo(askedOf(request))));
  };
}

const NOBODY: AskedOf = { method: '', path: '', query: {}, body: '', accountId: undefined };

function contentOf(file: string): unknown {
  try {
    if (file.endsWith('.json')) return JSON.parse(readFileSync(file, 'utf8'));
    const loaded = createRequire(file)(file) as { default?: unknown };
    return loaded.default ?? loaded;
  } catch (error) {
    const [what = ''] = (error as Error).message.split('\n');
    throw new LocalForgeError(`${path.basename(file)} cannot be read: ${what}`);
  }
}

function patternOf(name: string, call: string): RegExp {
  if (!CALL.test(call)) {
    throw new LocalForgeError(`${name}: "${call}" is no call such as GET /rest/api/3/field.`);
  }
  const parts = call.split(/\{[^}/]*\}/).map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('[^/]+')}$`);
}

function checked(name: string, call: string, answer: unknown): v.InferOutput<typeof ANSWER> {
  // A promise and a list would fit, since nothing of an answer must be there.
  const read = v.safeParse(ANSWER, isRecord(answer) ? answer : undefined);
  if (read.success) return read.output;
  const where = read.issues.map((issue) => v.getDotPath(issue) ?? 'the answer').join(', ');
  throw new LocalForgeError(
    `${name}: the answer to "${call}" does not fit at ${where}: status, headers and body are known.`,
  );
}

const isRecord = (value: unknown): boolean => Object.prototype.toString.call(value) === '[object Object]';

function askedOf({ method, path: at, query, body, viewer }: JiraRequest): AskedOf {
  const accountId = viewer.kind === 'person' ? viewer.accountId : undefined;
  return { method, path: at, query: Object.fromEntries(query), body, accountId };
}

function responseOf({ status, headers, body }: v.InferOutput<typeof ANSWER>): Response {
  if (body === undefined || BODILESS.includes(status)) return new Response(null, { status, headers });
  return Response.json(body, { status, headers });
}
