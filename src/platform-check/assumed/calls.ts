import type { SiteAssumption } from '../../contract';
import { alarms, copes, holds, notTold } from './outcomes';

/** How quick calls are, how many are taken, what the queue does, and what reporting has seen. */
export const CALL_ASSUMPTIONS = [
  {
    id: 'first-call',
    assumed: 'The first storage call of a function takes less than a second.',
    measuredBy: 'function',
    outcomes: {
      quick: holds('The slowest took {number} ms.'),
      slow: copes(
        'The slowest took {number} ms.',
        'A page takes longer to open when nobody has used the app for a while.',
      ),
    },
  },
  {
    id: 'warm-call',
    assumed: 'Further storage calls take less than 300 ms.',
    measuredBy: 'function',
    outcomes: {
      quick: holds('Half of them took {number} ms or less.'),
      slow: copes(
        'Half of them took {number} ms or more.',
        'Pages and duties in the background take longer.',
      ),
      'very-slow': alarms(
        'Half of them took {number} ms or more.',
        'What needs some twenty calls may not end within the 25 seconds that Forge gives a page.',
        'Ask Atlassian’s support why storage is slow. Check again before people use the app.',
      ),
    },
  },
  {
    id: 'batch-limit',
    assumed: 'A hundred batch reads a minute are not refused.',
    measuredBy: 'function',
    outcomes: {
      'not-refused': holds('None of {number} was refused.'),
      refused: alarms(
        'After {number} batch reads in a row one was refused.',
        'In a busy minute people are asked to try again, and erasures take longer. Nothing is lost.',
        'Let people use the app in one space first. Save the result as JSON and send it to security@cappsule.io.',
      ),
      'cut-off': notTold('The attempt was cut off.', 'Check again, at a quiet hour.'),
      'not-asked': notTold(
        'This was not tried.',
        'Tick the box and check again, at a quiet hour.',
        'The quota is everyone’s, so it is only tried when you ask for it.',
      ),
    },
  },
  {
    id: 'event-delay',
    assumed: 'An event of the queue comes within a minute of its time.',
    measuredBy: 'function',
    outcomes: {
      'on-time': holds('The latest came {number} ms after its time.'),
      late: copes(
        'The latest came {number} ms after its time.',
        'What goes on in the background takes longer.',
      ),
      'not-come': alarms(
        '{number} of 3 have not come.',
        'Erasures and reporting go on with the daily run only.',
        'Look at this page again in an hour. If they have not come then, ask Atlassian’s support about async events.',
      ),
    },
  },
  {
    id: 'event-twice',
    assumed: 'An event of the queue comes once, as a rule.',
    measuredBy: 'function',
    outcomes: {
      once: holds('Each came once.'),
      twice: copes('{number} came more than once.', 'Each step of a job can run twice.'),
      'not-told': notTold('None has come.', 'Look at this page again in an hour.'),
    },
  },
  {
    id: 'cycle-period',
    assumed: 'Atlassian’s header Cycle-Period has a form that the app can read.',
    measuredBy: 'function',
    outcomes: {
      'iso-days': holds('It was an ISO period in days.'),
      'words-for-days': holds('It was a number and the word days.'),
      seconds: holds('It was a number of seconds.'),
      unread: alarms(
        'It had another form.',
        'The app goes on with the cycle that it knows.',
        'Save the result as JSON and send it to security@cappsule.io.',
      ),
      'not-told': notTold('None has come yet.', 'Check again after the next report to Atlassian.'),
    },
  },
] as const satisfies readonly SiteAssumption[];
