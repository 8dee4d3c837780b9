import type { Purpose } from '../../storage/purposes';

/** The words of the record of processing: about people in the third person, for who signs it. */

export const CONTROLLER = 'The organisation that runs this Jira site';
export const NO_PAGE = 'It has not named a page with its contact and its data protection officer yet.';

export const RECIPIENTS = [
  'Jira administrators of the site, who give a reason each time',
  'Atlassian, which hosts the app and its storage as sub-processor of Cappsule, and is told account IDs to check whether they are closed',
];

/** From Atlassian's own assessment of transfers, which covers Forge. */
export const TRANSFERS =
  'The app sends nothing outside Atlassian. Atlassian stores the data in the region that the organisation chose and ' +
  'may process it in other countries, among them the USA. Safeguards: EU standard contractual clauses and, where it ' +
  'applies, the Data Privacy Framework (Atlassian’s data transfer impact assessment, as read in November 2026).';

export const SUBJECTS = 'People with an Atlassian account who log time on this Jira site';

export const MEASURES = [
  'Storage accepts only values that the data map declares, and no free text',
  'Administrative functions check Jira’s ADMINISTER permission each time',
  'No connection to any address outside Atlassian',
  'Encrypted and backed up by Atlassian',
];

/** What each purpose is as an activity: its name, and what is done. */
export const ACTIVITY_WORDS: Record<Purpose, { name: string; done: string }> = {
  'time-recording': {
    name: 'Recording time',
    done: 'People log time on work items and see their own time by day.',
  },
  requests: {
    name: 'Answering requests',
    done: 'People view, export, restrict and delete their data, and administrators answer what they ask for.',
  },
  correction: {
    name: 'Correcting entries',
    done: 'People and administrators correct or delete wrong time entries.',
  },
  'legal-duty': {
    name: 'Meeting legal duties',
    done: 'Administrators view or export time entries where a law requires it.',
  },
  incident: {
    name: 'Looking into incidents',
    done: 'Administrators view time entries and the audit log to look into a security incident.',
  },
  proof: {
    name: 'Proving compliance',
    done: 'The app logs who did what with personal data, and gives receipts of deletions.',
  },
  departures: {
    name: 'Deleting data of people who left',
    done: 'The app asks Atlassian every week which accounts are closed, and deletes their data and that of people who left the site.',
  },
  totals: {
    name: 'Adding up time without names',
    done: 'The app adds expired time entries of three or more people to one total of a work item.',
  },
};
