import { kvs } from '@forge/kvs';
import { keyOf } from '../reminder';

/** Reminds once: an event that comes twice finds nothing due. */
export async function run({ body: { issueId } }) {
  const reminder = await kvs.get(keyOf(issueId));
  if (!reminder?.dueAt) return;
  await kvs.set(keyOf(issueId), { ...reminder, dueAt: null, reminded: reminder.reminded + 1 });
}
