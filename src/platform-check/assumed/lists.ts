import type { SiteAssumption } from '../../contract';
import { alarms, copes, holds, notTold } from './outcomes';

const FOLLOWED = 'The app follows a list until there is no cursor, however few rows a page has.';
const LISTED_LATER = notTold('The rows were not all listed in time.');

/** Batches, queries, pages and how late they are. */
export const LIST_ASSUMPTIONS = [
  {
    id: 'missing-in-batch',
    assumed: 'A batch read says KEY_NOT_FOUND of a row that is not there.',
    measuredBy: 'function',
    outcomes: {
      known: holds('It says so.'),
      other: alarms(
        'It says something else.',
        'The app takes it for busy storage, so nobody can log a first entry.',
        'Do not let people use the app yet. Send the result to security@cappsule.io: it takes one line to change.',
      ),
    },
  },
  {
    id: 'key-twice-in-batch',
    assumed: 'A batch read that names a key twice is refused as a whole.',
    measuredBy: 'function',
    outcomes: {
      known: holds('It is refused with KEY_DUPLICATION_ERROR.'),
      other: copes('It is refused with another code.', 'The app never does it.'),
      answered: copes('It is answered.', 'The app never does it.'),
    },
  },
  {
    id: 'written-listed',
    assumed: 'A query lists a row within 5 seconds after it was written.',
    measuredBy: 'function',
    outcomes: {
      soon: holds('It was listed after {number} ms at most.'),
      late: copes(
        'It was listed only after {number} ms.',
        'People see a new entry in a list late. Each erasure waits for the lists, however long it takes.',
        'Tell people that a list can lack the latest entries.',
      ),
      'very-late': copes(
        'It was not listed after {number} ms.',
        'People see a new entry in a list late. Each erasure waits for the lists, however long it takes.',
        'Tell people that a list can lack the latest entries.',
      ),
    },
  },
  {
    id: 'deleted-listed',
    assumed: 'A query stops listing a row within 5 seconds after it was deleted.',
    measuredBy: 'function',
    outcomes: {
      soon: holds('It was listed for {number} ms at most.'),
      late: copes(
        'It was still listed after 5 seconds, and gone after {number} ms.',
        'A list only proposes, and the app reads each row again. Erasures take longer to end.',
      ),
      'very-late': copes(
        'It was still listed after {number} ms.',
        'A list only proposes, and the app reads each row again. Erasures take minutes longer to end.',
      ),
      'not-told': notTold('The row was not even listed in time after it was written.'),
    },
  },
  {
    id: 'short-pages',
    assumed: 'A page has as many rows as were asked for, if there are so many small ones.',
    measuredBy: 'function',
    outcomes: {
      full: holds('A page had all {number} rows.'),
      short: copes('A page ended after {number} rows.', FOLLOWED),
      'not-told': LISTED_LATER,
    },
  },
  {
    id: 'large-pages',
    assumed: 'A page of large rows ends near 1 MB, and has a cursor then.',
    measuredBy: 'function',
    outcomes: {
      short: holds('It ended after {number} rows of 40 KB.'),
      full: copes('It had all {number} rows of 40 KB.', FOLLOWED),
      'not-told': LISTED_LATER,
    },
  },
  {
    id: 'cursor-at-end',
    assumed: 'A page that ends at the last row has no cursor.',
    measuredBy: 'function',
    outcomes: {
      absent: holds('It had none.'),
      present: copes('It had one, which led to an empty page.', FOLLOWED),
      'not-told': LISTED_LATER,
    },
  },
] as const satisfies readonly SiteAssumption[];
