import type { PersonKind } from '../control/people-routes';
import type { PageModule, Place } from '../page-modules';
import type { ColorMode } from '../session';
import { read } from './control';

/** What the server says about the chosen person, the look and the app. */
export interface SessionView {
  person: {
    accountId: string;
    displayName: string;
    isAdmin: boolean;
    timeZone: string;
    kind: PersonKind;
    signedIn: boolean;
  };
  colorMode: ColorMode;
  locale: string;
  ownLocale: boolean;
  popups: boolean;
  leadsNowhere: boolean;
  locales: string[];
  themes: string[];
  now: number;
  siteUrl: string;
  appOrigin: string;
  app: { id: string; name: string };
  modules: PageModule[];
  projects: { key: string; name: string }[];
}

export function readSession(): Promise<SessionView> {
  return read<SessionView>('/session');
}

export function modulesAt(session: SessionView, place: Place): PageModule[] {
  return session.modules.filter((module) => module.place === place);
}
