import * as v from 'valibot';
import { json } from '../answers';
import { contextOf, type OpenedPage, type Surroundings } from '../bridge-context';
import type { Call, Route } from './route';

const PAGE = v.strictObject({
  moduleKey: v.string(),
  issueKey: v.optional(v.string()),
  isNewToIssue: v.optional(v.boolean()),
  modal: v.optional(v.unknown()),
});

const INVOKE = v.strictObject({ page: PAGE, functionKey: v.string(), payload: v.optional(v.unknown()) });

const PRODUCT = v.object({
  product: v.string(),
  restPath: v.string(),
  fetchRequestInit: v.object({
    method: v.optional(v.string()),
    body: v.optional(v.nullable(v.string())),
    headers: v.optional(v.array(v.tuple([v.string(), v.string()]))),
  }),
});

function surroundings({ world, addresses }: Call): Surroundings {
  const { jira, cloudId } = world.forge.installations.get();
  return { jira, cloudId, siteUrl: addresses.frameOrigin, modules: world.modules };
}

function contextFor(call: Call, page: v.InferOutput<typeof PAGE>): Record<string, unknown> {
  return contextOf(page as OpenedPage, call.session, surroundings(call));
}

/** A resolver call: who asks is the chosen person, whatever the page says. */
async function invoke(call: Call): Promise<Response> {
  const { page, functionKey, payload } = await call.body(INVOKE);
  const { extension, ...context } = contextFor(call, page);
  try {
    const value = await call.world.forge.invoke({
      moduleKey: page.moduleKey,
      functionKey,
      payload,
      accountId: call.session.accountId,
      extension: extension as Record<string, unknown>,
      context,
    });
    return json({ value });
  } catch (error) {
    return json({ threw: error instanceof Error ? error.message : 'The function failed.' });
  }
}

/** `requestJira` of a page, in the form that the bridge package expects. */
async function fetchProduct(call: Call): Promise<Response> {
  const { product, restPath, fetchRequestInit } = await call.body(PRODUCT);
  if (product !== 'jira') {
    call.world.forge.unmodelled.push(`requests of a page to ${product}`);
    return json({ threw: `The local site does not model requests to ${product}.` });
  }
  const { method = 'GET', body, headers = [] } = fetchRequestInit;
  const init: RequestInit = { method, headers };
  if (typeof body === 'string' && body !== '') init.body = body;
  try {
    const answer = await call.world.forge.requestJira(call.session.accountId, restPath, init);
    const { status, statusText } = answer;
    const head = Object.fromEntries(answer.headers);
    return json({
      value: { body: await answer.text(), headers: head, status, statusText, isAttachment: false },
    });
  } catch (error) {
    return json({ threw: error instanceof Error ? error.message : 'The request failed.' });
  }
}

export const bridgeRoutes: Route[] = [
  { method: 'POST', path: '/bridge/invoke', answer: invoke },
  { method: 'POST', path: '/bridge/fetch-product', answer: fetchProduct },
  {
    method: 'POST',
    path: '/bridge/context',
    answer: async (call) => json(contextFor(call, await call.body(PAGE))),
  },
];
