import { Queue } from '@forge/events';
import { kvs, WhereConditions } from '@forge/kvs';
import { PREFIX } from './reminder';

/** Hands every reminder that is due to the queue; the next run takes the rest. */
export async function run() {
  const { results } = await kvs.query().where('key', WhereConditions.beginsWith(PREFIX)).limit(50).getMany();
  const now = new Date().toISOString();
  const due = results.filter(({ value }) => value.dueAt !== null && value.dueAt <= now);
  if (due.length === 0) return;
  await new Queue({ key: 'reminders' }).push(due.map(({ value }) => ({ body: { issueId: value.issueId } })));
}
