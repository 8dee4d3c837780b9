import * as v from 'valibot';
import { json, Refused } from '../answers';
import type { Call, Route } from './route';

const CHANGE = v.strictObject({
  action: v.picklist(['show', 'hide', 'show-on-all', 'hide-from-all']),
  moduleKey: v.string(),
  /** The issue whose panel it is; for all means all of its space. */
  issueKey: v.string(),
});

/** Puts a panel on an issue as the app's button does, or on all of its space as an administrator does. */
async function change(call: Call): Promise<Response> {
  const { panels, modules, forge } = call.world;
  const { action, moduleKey, issueKey } = await call.body(CHANGE);
  const panel = modules.find((one) => one.key === moduleKey && one.place === 'issue-panel');
  if (!panel) throw new Refused(404, 'The manifest has no issue panel with this key.');
  const issue = forge.jira.issue(issueKey);
  if (!issue) throw new Refused(404, 'There is no such work item.');
  if (action === 'show' || action === 'hide') {
    await panels[action](panel.key, issue.key);
    return json({ shown: panels.isShown(panel.key, issue) });
  }
  if (forge.jira.person(call.session.accountId)?.isAdmin !== true) {
    throw new Refused(403, 'Only administrators show a panel on all work items of a space.');
  }
  await panels.setOnAll(panel.key, issue.project, action === 'show-on-all');
  return json({ onAll: panels.isOnAll(panel.key, issue.project) });
}

export const panelRoutes: Route[] = [{ method: 'POST', path: '/panels', answer: change }];
