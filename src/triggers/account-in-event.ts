import * as v from 'valibot';
import { isAccountId } from '../storage/kinds';

const event = v.object({ user: v.object({ accountId: v.custom<string>(isAccountId) }) });

/**
 * The account ID of one of Jira's user events: everything else in it, names and time zones among them, ends here. Nothing
 * where it has none that may be kept.
 */
export function accountInEvent(payload: unknown): string | undefined {
  const parsed = v.safeParse(event, payload);
  return parsed.success ? parsed.output.user.accountId : undefined;
}
