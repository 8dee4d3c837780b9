import type { SiteAssumption } from '../../contract';
import { alarms, copes, holds, notTold, STOP } from './outcomes';

const TWO_WAYS = 'The app never rests on it: its tests run under each meaning.';
const OTHER_CODE = 'The app reads the rows again and goes by what is there, not by the code.';

/** What a condition on a row that is not there can do. */
const ON_MISSING_ROW = {
  fails: holds('The write is refused.'),
  passes: copes('The write is carried out.', TWO_WAYS),
  evaluated: copes('The condition is put to an empty row.', TWO_WAYS),
} as const;

/** Transactions, conditions and what is refused. */
export const WRITE_ASSUMPTIONS = [
  {
    id: 'strict-read',
    assumed: 'A read by key shows the last write.',
    measuredBy: 'function',
    outcomes: {
      shown: holds('Each read showed the last write.'),
      old: alarms(
        'A read showed what was there before.',
        'Counts, exports and the end of erasures cannot be relied on.',
        STOP,
      ),
    },
  },
  {
    id: 'all-or-nothing',
    assumed: 'Where one condition of a transaction fails, nothing of it is written.',
    measuredBy: 'function',
    outcomes: {
      nothing: holds('Nothing was written.'),
      part: alarms(
        'A part of it was written.',
        'A late write could bring back somebody who was erased.',
        STOP,
      ),
    },
  },
  {
    id: 'check-on-missing-row',
    assumed: 'A check of a row that is not there fails.',
    measuredBy: 'function',
    outcomes: {
      fails: holds('The transaction is refused.'),
      evaluated: copes(
        'The check is put to an empty row.',
        'The app checks for values only, and no value is in an empty row.',
      ),
      passes: alarms(
        'The transaction is carried out.',
        'A late write could bring back somebody who was erased.',
        STOP,
      ),
    },
  },
  {
    id: 'set-on-missing-row',
    assumed: 'A condition of a set on a row that is not there fails.',
    measuredBy: 'function',
    outcomes: ON_MISSING_ROW,
  },
  {
    id: 'delete-on-missing-row',
    assumed: 'A condition of a delete on a row that is not there fails.',
    measuredBy: 'function',
    outcomes: ON_MISSING_ROW,
  },
  {
    id: 'key-in-two-entities',
    assumed: 'A transaction that names the same key in two entities is refused.',
    measuredBy: 'function',
    outcomes: {
      refused: holds('It is refused.'),
      allowed: copes('It is carried out.', 'The app never does it.'),
      'not-told': notTold('Two different keys were refused, too.'),
    },
  },
  {
    id: 'condition-code',
    assumed: 'A condition that does not hold is refused with CONDITIONAL_CHECK_FAILED.',
    measuredBy: 'function',
    outcomes: {
      known: holds('It is refused with that code.'),
      other: copes('It is refused with another code.', OTHER_CODE),
      'not-refused': alarms(
        'It is not refused.',
        'A late write could bring back somebody who was erased.',
        STOP,
      ),
    },
  },
  {
    id: 'existing-key',
    assumed: 'A write that must not replace a row is refused with KEY_CONFLICT where there is one.',
    measuredBy: 'function',
    outcomes: {
      known: holds('It is refused with that code.'),
      other: copes('It is refused with another code.', OTHER_CODE),
      replaced: alarms(
        'The row is replaced.',
        'People who register at the same moment could be lost to reporting.',
        STOP,
      ),
    },
  },
  {
    id: 'unknown-attribute',
    assumed: 'An attribute that the manifest does not declare is refused.',
    measuredBy: 'function',
    outcomes: {
      refused: holds('The write is refused.'),
      kept: copes('It is stored.', 'The app writes none, and leaves one out when it reads a row.'),
      dropped: copes('The row is stored without it.', 'The app writes none.'),
    },
  },
] as const satisfies readonly SiteAssumption[];
