import { sentences, type Claim } from '../claim';
import { restsOnInterests, type Facts } from '../facts';
import { BASIS_WORDS, NO_BASIS } from '../purpose-words';

/** The first layer, always above what people do: what is stored, for how long, and who sees it. */
export const lineOf = ({ period }: Facts): string =>
  `Your time entries are stored under your Atlassian account ID for ${period}. You see them, and so do Jira administrators who give a reason.`;

/** A question of the second layer. Its answer repeats what the claims it names say in the full text, in short. */
export interface Question {
  id: string;
  asks: string;
  text: Claim['text'];
  /** The claims of the full text that it rests on. */
  from: readonly string[];
}

/** The second layer: one screen. */
export const QUESTIONS: readonly Question[] = [
  {
    id: 'who',
    asks: 'Who is responsible?',
    text: ({ page }) =>
      sentences(
        'Your organisation.',
        !page && 'It has not said here whom to ask. Ask your Jira administrator.',
        'Cappsule Sàrl, Switzerland, provides the app on its behalf.',
      ),
    from: ['controller', 'processor'],
  },
  {
    id: 'what',
    asks: 'What is stored?',
    text: 'The work item, the day and the time you spent, under your Atlassian account ID. The app adds when you entered it, your choices and requests, and who looked at your data. It stores no names, no e-mail addresses and no free text.',
    from: ['you-enter', 'app-adds', 'only-account-ids', 'no-free-text'],
  },
  {
    id: 'why',
    asks: 'Why?',
    text: (facts) => {
      const basis = facts.uses.find(({ purpose }) => purpose === 'time-recording')?.basis;
      return sentences(
        'To record time on work items.',
        `Legal basis: ${basis ? BASIS_WORDS[basis] : NO_BASIS}.`,
        restsOnInterests(facts) && 'You can object at any time, under Requests on My data.',
      );
    },
    from: ['purposes-in-map', 'object'],
  },
  {
    id: 'who-sees',
    asks: 'Who sees it?',
    text: 'You, and Jira administrators if they give a reason. You read on which day and why. They also see in a list that you have data here.',
    from: ['who-sees', 'admin-access-recorded', 'admin-list'],
  },
  {
    id: 'who-else',
    asks: 'Who else receives it?',
    text: 'Atlassian, which hosts the app. Every week the app sends it your account ID, to learn whether the account is closed.',
    from: ['told-to-atlassian', 'no-egress', 'hosting'],
  },
  {
    id: 'where',
    asks: 'Where?',
    text: 'In the region that your organisation chose. Atlassian may process data in other countries, among them the USA, under standard contractual clauses.',
    from: ['countries'],
  },
  {
    id: 'how-long',
    asks: 'How long?',
    text: ({ period, removedDays }) =>
      sentences(
        `Time entries: ${period}. The full notice gives the other periods.`,
        'If your account is closed, your data is deleted at once.',
        removedDays !== undefined && `If you leave this site, it is deleted after ${removedDays} days.`,
      ),
    from: ['retention', 'closed-erased', 'removed-restricted'],
  },
  {
    id: 'rights',
    asks: 'What can you do?',
    text: ({ approval }) =>
      sentences(
        'View and export everything.',
        approval ? 'Delete entries for 24 hours after you logged them.' : 'Delete entries.',
        approval
          ? 'Delete everything once an administrator approves.'
          : 'Delete everything, except under a legal duty.',
        'Restrict the use, or ask for a correction.',
        'It costs nothing, and you get an answer within 30 days.',
      ),
    from: ['see', 'export', 'delete-some', 'delete-all', 'restrict', 'ask'],
  },
  {
    id: 'disagree',
    asks: 'Not happy?',
    text: ({ page }) =>
      `Ask ${page ? 'the contact that your organisation names' : 'your Jira administrator'}, complain to your data protection authority, or go to court.`,
    from: ['complain'],
  },
  {
    id: 'not',
    asks: 'What does not happen?',
    text: 'No decisions by computers, no advertising and no analytics. This is not the record of working hours that labour law asks for, unless your organisation says so.',
    from: ['automatic', 'no-tracking', 'no-record-of-hours'],
  },
];
