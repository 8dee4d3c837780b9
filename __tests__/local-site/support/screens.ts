import { ADMINISTRATOR, openIssue, user } from './entries';
import type { PersonsWindow } from './open-browser';
import { openAdministration, openContext, openMyData, openMyTime, openPanel } from './pages';

/** A page in a state, and how one gets there. */
export interface Screen {
  name: string;
  accountId: string;
  open(window: PersonsWindow): Promise<void>;
}

/** What everyone sees of the app. */
export const OWN_SCREENS: Screen[] = [
  {
    name: 'the panel',
    accountId: user(0).accountId,
    open: (window) => openPanel(window, openIssue(0).key),
  },
  {
    name: 'the context in the right-hand column',
    accountId: user(0).accountId,
    open: (window) => openContext(window, openIssue(1).key),
  },
  {
    name: 'My time',
    accountId: user(0).accountId,
    open: async (window) => {
      await openMyTime(window);
      await window.app.getByText('Sums by week').click();
      await window.app.getByText('Sums of a month by work item and space').click();
      await window.app.getByRole('cell', { name: 'Mobile app' }).waitFor();
    },
  },
  {
    name: 'My time, a cell of its grid',
    accountId: user(0).accountId,
    open: async (window) => {
      await openMyTime(window);
      await window.app
        .getByRole('button', { name: /^Log time on APP-/ })
        .first()
        .press('8');
      await window.page.keyboard.press('Enter');
      await window.app.getByText('Choose hours or minutes').waitFor();
    },
  },
  { name: 'My time of a person without any', accountId: user(5).accountId, open: openMyTime },
  {
    name: 'My data, overview',
    accountId: user(0).accountId,
    open: async (window) => {
      await openMyData(window);
      await window.app.getByText('What is stored, and why').waitFor();
      await window.app.getByText('Sums by week').waitFor();
    },
  },
  {
    name: 'My data, entries',
    accountId: user(0).accountId,
    open: async (window) => {
      await openMyData(window);
      await window.app.getByRole('tab', { name: 'Entries' }).click();
      await window.app
        .getByRole('checkbox', { name: /^Select \d/ })
        .first()
        .waitFor();
    },
  },
  {
    name: 'My data, the question before deleting all entries',
    accountId: user(0).accountId,
    open: async (window) => {
      await openMyData(window);
      await window.app.getByRole('tab', { name: 'Entries' }).click();
      await window.app.getByRole('button', { name: 'Select all pages' }).click();
      await window.app.getByText('60 entries selected').waitFor();
      await window.app.getByRole('button', { name: 'Delete selected' }).click();
      await window.app.getByText('These are all your entries.').waitFor();
    },
  },
  {
    name: 'My data, the question before deleting everything',
    accountId: user(0).accountId,
    open: async (window) => {
      await openMyData(window);
      await window.app.getByRole('button', { name: 'Delete everything' }).click();
      await window.app.getByText('What is deleted').waitFor();
    },
  },
  {
    name: 'My data of a person without any',
    accountId: user(5).accountId,
    open: async (window) => {
      await openMyData(window);
      await window.app.getByText('This app stores nothing about you').waitFor();
    },
  },
  {
    name: 'My data, a receipt that is none',
    accountId: user(5).accountId,
    open: async (window) => {
      await openMyData(window);
      await window.app.getByRole('tab', { name: 'Receipts' }).click();
      const file = { name: 'receipt.json', mimeType: 'application/json', buffer: Buffer.from('{}') };
      await window.app.getByLabel(/choose the file/).setInputFiles(file);
      await window.app.getByText('This file is not a receipt').waitFor();
    },
  },
  onTab('My data, requests', user(0).accountId, 'Requests', 'Send a request to the administrators'),
  onTab('My data, the privacy notice', user(0).accountId, 'Privacy notice', 'The full notice'),
];

/** What administrators see of it. */
export const ADMINISTRATION_SCREENS: Screen[] = [
  {
    name: 'the administration',
    accountId: ADMINISTRATOR.accountId,
    open: async (window) => {
      await openAdministration(window);
      await window.app.getByRole('button', { name: `Entries of ${user(0).displayName}` }).waitFor();
    },
  },
  {
    name: 'the administration, erasures',
    accountId: ADMINISTRATOR.accountId,
    open: async (window) => {
      await openAdministration(window);
      await window.app.getByRole('tab', { name: 'Deletions' }).click();
      await window.app.getByText('No deletions yet').waitFor();
    },
  },
  {
    name: 'the administration, the question before erasing several people',
    accountId: ADMINISTRATOR.accountId,
    open: async (window) => {
      await openAdministration(window);
      await window.app.getByRole('checkbox', { name: 'Select everybody on this page' }).check();
      await window.app.getByRole('button', { name: 'Delete everything about them' }).click();
      await window.app.getByText('Why are you deleting their data?').waitFor();
    },
  },
  {
    name: 'the administration, the restriction of a person',
    accountId: ADMINISTRATOR.accountId,
    open: async (window) => {
      await openAdministration(window);
      await window.app.getByRole('button', { name: `Restrict the data of ${user(0).displayName}` }).click();
      await window.app.getByLabel('A legal duty').check();
      await window.app.getByRole('button', { name: 'Continue' }).click();
      await window.app.getByRole('button', { name: 'Restrict use' }).waitFor();
    },
  },
  onTab('the administration, requests', ADMINISTRATOR.accountId, 'Requests', 'No request is waiting'),
  onTab(
    'the administration, audit log',
    ADMINISTRATOR.accountId,
    'Audit log',
    'What was done with people’s data',
  ),
  onTab(
    'the administration, record of processing',
    ADMINISTRATOR.accountId,
    'Record of processing',
    'Security measures',
  ),
  onTab('the administration, notice', ADMINISTRATOR.accountId, 'Notice', 'The full notice'),
  onTab('the administration, settings', ADMINISTRATOR.accountId, 'Settings', 'How long records are stored'),
];

/** A tab of the administration or of My data, open once it says `text`. */
function onTab(name: string, accountId: string, tab: string, text: string): Screen {
  const openPage = accountId === ADMINISTRATOR.accountId ? openAdministration : openMyData;
  return {
    name,
    accountId,
    open: async (window) => {
      await openPage(window);
      await window.app.getByRole('tab', { name: tab }).click();
      await window.app.getByText(text).first().waitFor();
    },
  };
}
