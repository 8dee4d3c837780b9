import { MARKER_DAYS } from '../../data-sets/marker';
import { inDays } from '../../data-sets/words';
import { sentences, type Section } from '../claim';
import { SOURCES } from '../words';

export const PERIODS: Section = {
  id: 'time',
  title: 'How long',
  claims: [
    {
      id: 'retention',
      text: ({ period }) =>
        `Time entries are stored for ${period}. The table above gives the period of every kind of record. The app deletes expired records every day, except while you or an administrator restrict their use.`,
    },
    {
      id: 'time-without-names',
      text: ({ totals }) =>
        totals
          ? 'When time entries expire, the app may add their time to one total of the work item. It does so only for three or more people at once, and not if one or two of them account for nearly all of it. The total contains no person and no day. Restricted data, and data that you delete, is never added.'
          : undefined,
    },
    {
      id: 'closed-erased',
      text: 'If Atlassian answers that your account is closed, the app deletes your data at once, even if its use is restricted.',
    },
    {
      id: 'removed-restricted',
      text: ({ removedDays }) =>
        sentences(
          'If you leave this Jira site, the app restricts the use of your data at once.',
          removedDays === undefined
            ? 'It deletes the data if Atlassian answers that your account is closed.'
            : `It deletes the data after ${removedDays} days, without an approval. Before that it asks Jira whether you are back.`,
          'If you come back or use the app again, this restriction ends.',
          'A restriction that you or an administrator set stops this deletion.',
        ),
    },
    {
      id: 'announced-not-erased',
      text: ({ webhook, webhookErasesAfter }) =>
        webhook
          ? sentences(
              'If another system of your organisation reports your account as closed, or passes on your request to delete, the app restricts your data.',
              webhookErasesAfter === undefined
                ? 'It deletes nothing on that word alone.'
                : `It deletes a closed account’s data ${inDays(webhookErasesAfter)} after the report.`,
            )
          : undefined,
    },
  ],
};

export const AFTERWARDS: Section = {
  id: 'afterwards',
  title: 'What stays after a deletion',
  claims: [
    {
      id: 'marker-stays',
      text: `A deletion marker stays for ${MARKER_DAYS.erased} days, or ${MARKER_DAYS.closed} days if Atlassian closed your account. It is a code made from your account ID, and stops delayed changes from bringing data back. Nobody can read your ID from it. The app recognises you by it if you return.`,
    },
    {
      id: 'log-stays',
      text: 'The audit log, the record of the deletion and its receipt stay for their own periods. They do not contain your account ID. Someone who remembers a day could still recognise a line.',
    },
    {
      id: 'outside',
      text: 'The app cannot delete what Atlassian stores. Atlassian has backups, app storage for 28 days after an uninstall, its own platform logs, and the list of apps in your Atlassian account.',
      source: SOURCES.platform,
    },
  ],
};
