import type { SiteAssumption } from '../../contract';
import { alarms, copes, holds, notTold, STOP } from './outcomes';

/** What the browser and the frame of a page can do: the page finds it out by itself, and nothing of it is kept. */
export const PAGE_ASSUMPTIONS = [
  {
    id: 'administrator',
    assumed: 'Jira tells the app’s functions what the person who asks may do.',
    measuredBy: 'page',
    outcomes: {
      same: holds('The function and the browser were told the same.'),
      'only-function': alarms(
        'Jira told the function that you are an administrator, and the browser that you are not.',
        'People could see data of others without being administrators.',
        STOP,
      ),
      'not-told': notTold('Jira did not answer the browser.'),
    },
  },
  {
    id: 'my-data-address',
    assumed: 'Jira can lead from the app’s pages to My data.',
    measuredBy: 'page',
    outcomes: {
      known: holds('Jira has an address for it.'),
      unknown: copes(
        'Jira has no address for it.',
        'The links to My data lead nowhere, and say where the page is.',
        'Tell people that My data is in the menu of their profile picture.',
      ),
    },
  },
  {
    id: 'session-storage',
    assumed: 'A page can note something for as long as its tab is open.',
    measuredBy: 'page',
    outcomes: {
      works: holds('It can.'),
      refused: copes(
        'The browser refuses it.',
        'Who reloads the page during an erasure has to find it again by the receipt code.',
      ),
    },
  },
  {
    id: 'clipboard',
    assumed: 'A button can copy a text.',
    measuredBy: 'page',
    outcomes: {
      allowed: holds('The frame allows it.'),
      refused: copes(
        'The frame does not allow it.',
        'The page says so, and the code can be selected by hand or saved.',
      ),
      'not-told': notTold('This browser does not say.', 'Click a copy button and see.'),
    },
  },
  {
    id: 'download',
    assumed: 'A page can make a file and offer it as a download.',
    measuredBy: 'page',
    outcomes: {
      made: holds('A file can be made.', 'Whether it arrives shows the button “Save as JSON” below.'),
      refused: alarms(
        'The browser refuses it.',
        'Exports and receipts cannot be saved.',
        'Try another browser. If it is the same there, send the result to security@cappsule.io.',
      ),
    },
  },
  {
    id: 'dialog-room',
    assumed: 'The frame of a page is tall enough for a dialog.',
    measuredBy: 'page',
    outcomes: {
      enough: holds('The frame grew to {number} px.'),
      short: copes('The frame stayed at {number} px.', 'A dialog is lower, and what it says scrolls in it.'),
    },
  },
] as const satisfies readonly SiteAssumption[];
