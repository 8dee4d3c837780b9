import * as v from 'valibot';
import { json, Refused } from '../answers';
import type { Call, Route } from './route';

const CHANGE = v.variant('action', [
  v.strictObject({ action: v.picklist(['show', 'hide']), moduleKey: v.string(), issueKey: v.string() }),
  v.strictObject({ action: v.picklist(['show-on-all', 'hide-from-all']), moduleKey: v.string() }),
]);

/** Puts a panel on an issue as the app's button does, or on all as an administrator does. */
async function change(call: Call): Promise<Response> {
  const { panels, modules, forge } = call.world;
  const wanted = await call.body(CHANGE);
  const panel = modules.find((one) => one.key === wanted.moduleKey && one.place === 'issue-panel');
  if (!panel) throw new Refused(404, 'The manifest has no issue panel with this key.');
  if ('issueKey' in wanted) {
    await panels[wanted.action](panel.key, wanted.issueKey);
    return json({ shown: panels.isShown(panel.key, wanted.issueKey) });
  }
  if (forge.jira.person(call.session.accountId)?.isAdmin !== true) {
    throw new Refused(403, 'Only administrators show a panel on all work items.');
  }
  await panels.setOnAll(panel.key, wanted.action === 'show-on-all');
  return json({ onAll: panels.isOnAll(panel.key) });
}

export const panelRoutes: Route[] = [{ method: 'POST', path: '/panels', answer: change }];
