import { ControlError } from './control';
import { ICONS } from './icons';
import type { DrawnPage, PageContext } from './page-context';
import { homePage } from './pages/home-page';
import { issuePage } from './pages/issue-page';
import { issuesPage } from './pages/issues-page';
import { manageAppsPage } from './pages/manage-apps-page';
import { moduleAt, modulePage, notForYou } from './pages/module-page';
import { noticePage } from './pages/notice-page';
import { MANAGE_APPS } from './top-bar';

const WHY_NOT: Partial<Record<PageContext['session']['person']['kind'], string>> = {
  deactivated: 'This person is deactivated: they cannot open Jira. An administrator acts for them.',
  closed: 'This account was closed at Atlassian. Nobody can sign in with it.',
  removed: 'This person was removed from the site and cannot open it.',
  customer: 'Customers of the service desk use its portal and see no work items, panels or settings here.',
  app: 'This is the account of an app. Nobody signs in with it.',
};

function shutOut({ session }: PageContext): DrawnPage | undefined {
  const { kind, signedIn, displayName } = session.person;
  const why = WHY_NOT[kind];
  if (signedIn && why === undefined) return undefined;
  return noticePage(`${displayName} cannot open this`, why ?? 'This person cannot sign in.', ICONS.lock);
}

function draw(context: PageContext): DrawnPage | Promise<DrawnPage> {
  const { pathname } = context.url;
  const isAdmin = context.session.person.isAdmin;
  if (pathname === '/') return homePage(context);
  if (pathname === '/issues') return issuesPage(context);
  if (pathname.startsWith('/browse/')) return issuePage(context);
  const module = moduleAt(context);
  if (module) {
    const isForAll = module.place === 'personal' || module.place === 'apps';
    return isForAll || isAdmin ? modulePage(context, module) : notForYou(context, module);
  }
  if (pathname === MANAGE_APPS && isAdmin) return manageAppsPage(context);
  if (pathname === MANAGE_APPS) {
    return noticePage('Only for administrators', 'Switch to an administrator under Local Forge.', ICONS.lock);
  }
  return noticePage('There is no such page', 'The address leads nowhere on this site.');
}

/** Draws the page of an address, or says why it is not there. */
export async function drawPage(context: PageContext): Promise<DrawnPage> {
  try {
    return shutOut(context) ?? (await draw(context));
  } catch (error) {
    if (!(error instanceof ControlError)) throw error;
    return noticePage('This page could not be shown', error.message, ICONS.warning);
  }
}
