import type { Fault } from './check-receipt';

/** What is wrong with a receipt, and what that means, in plain words. */
export const faultWords: Record<Fault, { title: string; words: string }> = {
  'no-receipt': {
    title: 'This file is not a receipt',
    words:
      'A receipt is the JSON file that this app made at the end of an erasure, as it was saved. Choose that file, or type the code.',
  },
  'code-differs': {
    title: 'This receipt was changed',
    words:
      'The code in the file does not belong to the receipt in it. Do not rely on this file. If you have the code from elsewhere, type it to see what the app holds.',
  },
  changed: {
    title: 'This receipt was changed',
    words:
      'What it says does not fit its digest, so somebody changed it after it was made. Do not rely on this file. If it has a code, type that to see what the app holds.',
  },
  unknown: {
    title: 'No receipt has this code',
    words:
      'Check the code for slips. A receipt is there only when the erasure has ended, and it is deleted after three years.',
  },
  'not-held': {
    title: 'The app does not hold this receipt',
    words:
      'No receipt has its number. It is of another site, or it was deleted after three years. What the file says holds together, but anyone can make such a file.',
  },
  'chain-differs': {
    title: 'This receipt is not the one that the app made',
    words:
      'The app holds another receipt with this code or this number, which says something else. Do not rely on this file. If it has a code, type that to see what the app holds.',
  },
  broken: {
    title: 'The app’s own record of this receipt does not fit',
    words:
      'It was found, but it or a receipt next to it was changed after it was made. Tell an administrator, and keep your file.',
  },
};
