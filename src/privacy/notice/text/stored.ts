import { sentences, type Section } from '../claim';
import { SOURCES } from '../words';

export const STORED: Section = {
  id: 'stored',
  title: 'What is stored',
  claims: [
    { id: 'you-enter', text: 'You enter the work item, the day and the time spent.' },
    {
      id: 'app-adds',
      text: 'The app adds when you entered it, and your time by day. It adds what you chose here, what you asked for, and the answers. It adds who looked at or changed your data, in which role and why. It adds when you registered, how many records there are, and when your account ID was checked. It adds when you left the site, or when your account was reported as closed. If data is deleted, it adds a deletion marker, a record of the deletion and a receipt.',
    },
    {
      id: 'only-account-ids',
      text: 'Only your Atlassian account ID names you. Codes that the app makes from it are treated as personal data too.',
    },
    { id: 'no-free-text', text: 'The app has no field for free text, and its storage refuses any.' },
    {
      id: 'names-in-browser',
      text: 'Your own browser asks Jira for the names and titles that you see. The app does not store them.',
    },
    {
      id: 'browser',
      text: 'After you start a deletion, your browser remembers its receipt code until you close the tab.',
    },
    { id: 'no-google', text: 'The app has no Google integration and receives no data from Google.' },
    {
      id: 'one-map',
      text: 'The table below is made from the app’s own rules. The app cannot store anything that is not in it.',
    },
  ],
};

export const SOURCE: Section = {
  id: 'source',
  title: 'Where it comes from',
  claims: [
    {
      id: 'sources',
      text: ({ webhook }) =>
        sentences(
          'You enter your time, your choices and your requests.',
          'Jira gives the app your account ID, and tells it if you leave the site or change your profile.',
          'Atlassian tells the app if your account is closed.',
          webhook &&
            'Another system of your organisation can report that your account is closed, or pass on your requests.',
        ),
    },
  ],
};

export const AUTOMATIC: Section = {
  id: 'automatic',
  title: 'What is automatic',
  claims: [
    {
      id: 'automatic',
      text: ({ removedDays, webhook }) =>
        sentences(
          'No computer takes a decision about you that has legal effect.',
          'The app automatically deletes data when a period ends, and when your account is closed.',
          removedDays !== undefined && `It also does so ${removedDays} days after you leave the site.`,
          'It automatically restricts the use of your data when you leave the site.',
          webhook && 'It does the same when another system reports your account as closed.',
        ),
    },
  ],
};

export const SECURITY: Section = {
  id: 'security',
  title: 'How it is protected',
  claims: [
    {
      id: 'admin-check',
      text: 'Each time, the app asks Jira whether the person is an administrator before it does anything that only administrators may do.',
    },
    {
      id: 'no-personal-logs',
      text: 'The app’s own logs contain no account IDs, names or entries.',
    },
    {
      id: 'encryption',
      text: 'Atlassian encrypts and backs up the storage. Atlassian is certified under ISO 27001 and has a SOC 2 Type 2 report.',
      source: SOURCES.policy,
    },
  ],
};
