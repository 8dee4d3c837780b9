import type { ReportFailure } from '../../../src/contract';

/** Why a report failed, and what can be done about it where something can, for administrators. */
export const failureWords: Record<ReportFailure, string> = {
  'not-consented':
    'This site has not consented to the permission that reporting needs, so Atlassian refused the report (401). A site administrator gives it: find this app under Manage apps and accept its permissions. The app then goes on by itself.',
  forbidden:
    'Atlassian refused the report (403), although the app asks for the permission. Check under Manage apps that the app’s permissions are accepted and its installation is complete.',
  'rate-limited': 'Atlassian asked the app to report later (429).',
  unavailable: 'Atlassian’s service was not available (503).',
  'server-error': 'Atlassian’s service had an error.',
  'no-answer': 'No answer came from Atlassian.',
  unreadable: 'Atlassian answered in a form that the app cannot read.',
  malformed: 'Atlassian called the report malformed (400).',
  unexpected: 'Something unexpected came in the way.',
  'cut-off': 'The report was cut off before its end.',
};
