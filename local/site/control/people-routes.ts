import * as v from 'valibot';
import type { LocalForge } from '../../contract';
import type { Person } from '../../jira/types';
import { json, Refused } from '../answers';
import type { Call, Route } from './route';

export type PersonKind = 'administrator' | 'user' | 'customer' | 'deactivated' | 'closed' | 'removed' | 'app';

export function kindOf(person: Person): PersonKind {
  if (person.closedAt !== undefined) return 'closed';
  if (person.removed === true) return 'removed';
  if (!person.active) return 'deactivated';
  if (person.accountType !== 'atlassian') return person.accountType;
  return person.isAdmin ? 'administrator' : 'user';
}

const MOST_LISTED = 60;

function collectStrings(value: unknown, into: Set<string>): void {
  if (typeof value === 'string') into.add(value);
  else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) {
      into.add(key);
      collectStrings(inner, into);
    }
  }
}

/** Every text that stands in the app's store, whatever the app means by it. */
function storedTexts(forge: LocalForge): Set<string> {
  const texts = new Set<string>();
  for (const { value } of forge.storage.dump(forge.installations.get().storageId))
    collectStrings(value, texts);
  return texts;
}

function list({ world, query }: Call): Response {
  const words = (query.get('query') ?? '').trim().toLowerCase();
  const texts = storedTexts(world.forge);
  const all = world.forge.jira.people().map((person) => {
    const { accountId, displayName } = person;
    return { accountId, displayName, kind: kindOf(person), hasData: texts.has(accountId) };
  });
  const fits = all.filter(
    ({ accountId, displayName }) => accountId === words || displayName.toLowerCase().includes(words),
  );
  // The special kinds come first, so that they are listed however many users there are.
  const rank = (person: (typeof all)[number]): number => (person.kind === 'user' && person.hasData ? 1 : 0);
  const listed = [...fits].sort((a, b) => rank(a) - rank(b)).slice(0, MOST_LISTED);
  return json({ total: all.length, found: fits.length, people: listed });
}

const CHANGE = v.variant('action', [
  v.strictObject({ action: v.picklist(['close', 'deactivate', 'reactivate', 'remove']) }),
  v.strictObject({ action: v.literal('rename'), displayName: v.pipe(v.string(), v.trim(), v.minLength(1)) }),
]);

async function change(call: Call): Promise<Response> {
  const { jira } = call.world.forge;
  const accountId = call.params['accountId'] ?? '';
  if (!jira.person(accountId)) throw new Refused(404, 'The local Jira has no person with this account ID.');
  const wanted = await call.body(CHANGE);
  if (wanted.action === 'rename') await jira.rename(accountId, wanted.displayName);
  else if (wanted.action === 'close') await jira.closeAccount(accountId);
  else if (wanted.action === 'remove') await jira.removeFromSite(accountId);
  else await jira[wanted.action](accountId);
  const person = jira.person(accountId);
  return json(person ? { accountId, displayName: person.displayName, kind: kindOf(person) } : {});
}

export const peopleRoutes: Route[] = [
  { method: 'GET', path: '/people', answer: list },
  { method: 'POST', path: '/people/:accountId', answer: change },
];
