import * as v from 'valibot';
import { isSignedInHere } from '../../jira';
import { json, Refused } from '../answers';
import { pageModules } from '../page-modules';
import { COLOR_MODES, LOCALES, sessionCookie, type Session } from '../session';
import { THEME_IDS } from '../theme-files';
import type { Call, Route } from './route';
import { kindOf } from './people-routes';

const CHANGE = v.strictObject({
  accountId: v.optional(v.string()),
  colorMode: v.optional(v.picklist([...COLOR_MODES])),
  /** `null` goes back to the person's own language. */
  locale: v.optional(v.nullable(v.picklist(LOCALES))),
  popups: v.optional(v.boolean()),
  leadsNowhere: v.optional(v.boolean()),
});

/** All that the frame needs to draw itself for the chosen person. */
function view({ world, addresses }: Call, session: Session): Record<string, unknown> {
  const { forge } = world;
  const person = forge.jira.person(session.accountId);
  if (!person) throw new Refused(404, 'This person is not known to the local Jira.');
  const { accountId, displayName, isAdmin, timeZone } = person;
  const locale = session.locale ?? person.locale.replace('_', '-');
  const modules = pageModules(forge.manifest, addresses.appOrigin, locale);
  const app = modules.find((module) => module.place === 'admin') ?? modules[0];
  return {
    person: {
      accountId,
      displayName,
      isAdmin,
      timeZone,
      kind: kindOf(person),
      signedIn: isSignedInHere(person),
    },
    colorMode: session.colorMode,
    locale,
    ownLocale: session.locale === undefined,
    popups: session.popups ?? false,
    leadsNowhere: session.leadsNowhere ?? false,
    locales: LOCALES,
    themes: THEME_IDS,
    now: forge.clock.now(),
    siteUrl: addresses.frameOrigin,
    appOrigin: addresses.appOrigin,
    app: { id: forge.manifest.appId, name: app?.title ?? 'App' },
    modules,
    projects: forge.jira.projects().map(({ key, name }) => ({ key, name })),
  };
}

async function change(call: Call): Promise<Response> {
  const wanted = await call.body(CHANGE);
  if (wanted.accountId !== undefined && !call.world.forge.jira.person(wanted.accountId)) {
    throw new Refused(404, 'The local Jira has no person with this account ID.');
  }
  const session: Session = {
    accountId: wanted.accountId ?? call.session.accountId,
    colorMode: wanted.colorMode ?? call.session.colorMode,
  };
  const locale = wanted.locale === undefined ? call.session.locale : (wanted.locale ?? undefined);
  if (locale !== undefined) session.locale = locale;
  if (wanted.popups ?? call.session.popups) session.popups = true;
  if (wanted.leadsNowhere ?? call.session.leadsNowhere) session.leadsNowhere = true;
  const answer = json(view(call, session));
  answer.headers.set('set-cookie', sessionCookie(session));
  return answer;
}

export const sessionRoutes: Route[] = [
  { method: 'GET', path: '/session', answer: (call) => json(view(call, call.session)) },
  { method: 'POST', path: '/session', answer: change },
];
