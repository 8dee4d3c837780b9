import type { Addresses } from '../addresses';
import { json, refusal, Refused } from '../answers';
import { sessionOf } from '../session';
import type { World } from '../world';
import { bridgeRoutes } from './bridge-routes';
import { faultRoutes } from './fault-routes';
import { jiraRoutes } from './jira-routes';
import { panelRoutes } from './panel-routes';
import { peopleRoutes } from './people-routes';
import { platformRoutes } from './platform-routes';
import { matchPath, readBody, refuseForms, type Route } from './route';
import { sessionRoutes } from './session-routes';
import { timeRoutes } from './time-routes';

const PREFIX = '/__local';

const ROUTES: Route[] = [
  ...sessionRoutes,
  ...peopleRoutes,
  ...jiraRoutes,
  ...panelRoutes,
  ...bridgeRoutes,
  ...timeRoutes,
  ...faultRoutes,
  ...platformRoutes,
];

export interface Worlds {
  now(): Promise<World>;
  reset(): Promise<void>;
}

/** The HTTP control API below `/__local`; nothing for other paths. Documented in docs/local-site.md. */
export function controlApi(
  worlds: Worlds,
  addresses: Addresses,
): (request: Request) => Promise<Response | undefined> {
  return async (request) => {
    const { pathname, searchParams } = new URL(request.url);
    if (!pathname.startsWith(`${PREFIX}/`)) return undefined;
    const path = pathname.slice(PREFIX.length);
    const fits = ROUTES.flatMap((route) => {
      const params = matchPath(route.path, path);
      return params ? [{ route, params }] : [];
    });
    if (fits.length === 0) return refusal(404, 'The control API has no such path.');
    const fit = fits.find(({ route }) => route.method === request.method);
    if (!fit) return refusal(405, 'The control API has this path with another method.');
    try {
      refuseForms(request);
      const world = await worlds.now();
      return await fit.route.answer({
        world,
        session: sessionOf(request, world.forge.jira),
        addresses,
        query: searchParams,
        params: fit.params,
        body: (schema) => readBody(request, schema),
        reset: worlds.reset,
      });
    } catch (error) {
      if (error instanceof Refused) return json({ error: error.message }, error.status);
      throw error;
    }
  };
}
