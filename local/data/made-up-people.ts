import type { PersonInput } from '../jira/types';
import { madeUpName } from './made-up-names';
import { seededRandom, type SeededRandom } from './seeded-random';

/** How much of their time a person logs, from nothing to everything. */
export type LoggingHabit = 'none' | 'seldom' | 'usual' | 'heavy';

/** Whom something befalls in the made-up year. */
export type Part = 'administrator' | 'looked-at' | 'curious' | 'mistaken' | 'closed' | 'erased' | 'removed';

export interface MadeUpPerson {
  profile: PersonInput;
  habit: LoggingHabit;
  part?: Part;
  /** They have left: their entries end so many days ago. */
  leftDaysAgo?: number;
}

const PLACES = [
  { timeZone: 'Europe/Zurich', locale: 'de_DE' },
  { timeZone: 'Europe/Zurich', locale: 'fr_FR' },
  { timeZone: 'Europe/London', locale: 'en_GB' },
  { timeZone: 'Europe/Zurich', locale: 'en_GB' },
  { timeZone: 'America/New_York', locale: 'en_US' },
  { timeZone: 'Asia/Tokyo', locale: 'ja_JP' },
] as const;

const USUAL_PEOPLE = 19;
const HEAVY_PEOPLE = 3;
const SELDOM_PEOPLE = 3;

function uuid(random: SeededRandom): string {
  return [8, 4, 4, 4, 12].map((length) => random.hex(length)).join('-');
}

/** One of the forms that Atlassian's account IDs have had. */
function accountId(random: SeededRandom): string {
  const form = random.between(1, 3);
  if (form === 1) return `5${random.hex(23)}`;
  return `${form === 2 ? '557058' : '712020'}:${uuid(random)}`;
}

/** A person of the made-up site: name, account ID and whereabouts depend on the seed alone. */
function profile(seed: string, role: string, more: Partial<PersonInput> = {}): PersonInput {
  const random = seededRandom(`${seed} ${role}`);
  const id = more.accountId ?? accountId(random);
  return { accountId: id, displayName: madeUpName(id), ...random.pick(PLACES), ...more };
}

/** So many people of one habit, the first of whom have these parts. */
function several(seed: string, habit: LoggingHabit, count: number, parts: Part[] = []): MadeUpPerson[] {
  return Array.from({ length: count }, (_, i) => {
    const part = parts[i];
    return { profile: profile(seed, `${habit} ${i}`), habit, ...(part !== undefined && { part }) };
  });
}

/** Those who leave in the course of the year, each in another way, and whom the site has last. */
function leaving(seed: string): MadeUpPerson[] {
  const habit = 'usual';
  return [
    // Closed long ago, whatever today is: Atlassian has said so since.
    {
      profile: profile(seed, 'closed', { active: false, closedAt: 0 }),
      habit,
      leftDaysAgo: 200,
      part: 'closed',
    },
    { profile: profile(seed, 'erased'), habit, leftDaysAgo: 110, part: 'erased' },
    { profile: profile(seed, 'removed', { removed: true }), habit, leftDaysAgo: 12, part: 'removed' },
  ];
}

function customer(seed: string): PersonInput {
  const random = seededRandom(`${seed} customer`);
  const id = `qm:${uuid(random)}:${random.hex(24)}`;
  return profile(seed, 'customer', { accountId: id, accountType: 'customer' });
}

/** The people of the made-up site: users, two administrators, one of each special kind, and those who leave. */
export function madeUpPeople(seed: string): MadeUpPerson[] {
  const bot: Partial<PersonInput> = { accountType: 'app', displayName: 'Release notes bot' };
  return [
    ...several(seed, 'heavy', HEAVY_PEOPLE, ['looked-at']),
    ...several(seed, 'usual', USUAL_PEOPLE, ['curious', 'mistaken']),
    ...several(seed, 'seldom', SELDOM_PEOPLE),
    { profile: profile(seed, 'administrator who works', { isAdmin: true }), habit: 'usual' },
    { profile: profile(seed, 'administrator only', { isAdmin: true }), habit: 'none', part: 'administrator' },
    { profile: profile(seed, 'newcomer'), habit: 'none' },
    { profile: profile(seed, 'gone', { active: false }), habit: 'usual', leftDaysAgo: 70 },
    { profile: customer(seed), habit: 'none' },
    { profile: profile(seed, 'app', bot), habit: 'none' },
    ...leaving(seed),
  ];
}
