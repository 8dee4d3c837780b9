import type { LocalJira, Person } from '../jira/types';

export type ColorMode = 'light' | 'dark' | 'auto';

/** What a browser chose in the drawer; each browser has its own, so two can be two people. */
export interface Session {
  accountId: string;
  colorMode: ColorMode;
  /** Without it the chosen person's own language. */
  locale?: string;
  /** Pages of the app may open windows. Forge grants that to no app that asks for nothing more. */
  popups?: boolean;
  /** Jira's router leads nowhere: what a page says then. */
  leadsNowhere?: boolean;
}

export const LOCALES = ['en-US', 'en-GB', 'de-DE', 'fr-FR', 'es-ES', 'ja-JP', 'en-XA', 'ar-XB'] as const;
export const COLOR_MODES: readonly ColorMode[] = ['light', 'dark', 'auto'];

const COOKIE = 'local-jira';

function cookieValue(request: Request): unknown {
  const pairs = (request.headers.get('cookie') ?? '').split(/;\s*/);
  const found = pairs.find((pair) => pair.startsWith(`${COOKIE}=`));
  if (found === undefined) return undefined;
  try {
    return JSON.parse(Buffer.from(found.slice(COOKIE.length + 1), 'base64url').toString('utf8')) as unknown;
  } catch {
    return undefined;
  }
}

function isSession(value: unknown): value is Session {
  if (typeof value !== 'object' || value === null) return false;
  const { accountId, colorMode, locale } = value as Record<string, unknown>;
  const known = locale === undefined || LOCALES.some((one) => one === locale);
  return typeof accountId === 'string' && known && COLOR_MODES.some((mode) => mode === colorMode);
}

/** Whom the site shows to somebody new: the first ordinary user. */
function firstUser(jira: LocalJira): Person {
  const people = jira.people().filter((person) => person.accountType === 'atlassian' && person.active);
  const first = people.find((person) => !person.isAdmin) ?? people[0];
  if (!first) throw new Error('The local Jira has no active user. Start with --reset.');
  return first;
}

export function sessionOf(request: Request, jira: LocalJira): Session {
  const value = cookieValue(request);
  const colorMode = 'light';
  if (!isSession(value)) return { accountId: firstUser(jira).accountId, colorMode };
  return jira.person(value.accountId) ? value : { ...value, accountId: firstUser(jira).accountId };
}

/** A Set-Cookie header that no script can read and no other site sends. */
export function sessionCookie(session: Session): string {
  const value = Buffer.from(JSON.stringify(session)).toString('base64url');
  return `${COOKIE}=${value}; Path=/; HttpOnly; SameSite=Strict; Max-Age=31536000`;
}
