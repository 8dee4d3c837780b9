import Resolver from '@forge/resolver';
import { asUser, route } from '@forge/api';
import { kvs } from '@forge/kvs';
import { keyOf } from './reminder';

const DAY = 24 * 60 * 60 * 1000;

/** The summary, as whoever looks may see it. */
async function summaryOf(issueId) {
  const answer = await asUser().requestJira(route`/rest/api/3/issue/${issueId}?fields=summary`);
  if (!answer.ok) throw new Error(`Jira answered ${answer.status}.`);
  const { fields } = await answer.json();
  return fields.summary;
}

async function reminderOn(issueId) {
  const summary = await summaryOf(issueId);
  const reminder = await kvs.get(keyOf(issueId));
  return { summary, dueAt: reminder?.dueAt ?? null, reminded: reminder?.reminded ?? 0 };
}

const resolver = new Resolver();

resolver.define('getReminder', ({ context }) => reminderOn(context.extension.issue.id));

resolver.define('setReminder', async ({ context }) => {
  const { id } = context.extension.issue;
  const before = await kvs.get(keyOf(id));
  const dueAt = new Date(Date.now() + DAY).toISOString();
  await kvs.set(keyOf(id), { issueId: id, dueAt, reminded: before?.reminded ?? 0 });
  return reminderOn(id);
});

export const handler = resolver.getDefinitions();
