/**
 * Under which part of "what is stored" each data set about somebody falls, and fields that fall under another: what the
 * claims `you-enter` and `app-adds` name has to be all there is.
 */
export const GROUPS = {
  entered: /work item, the day and the time spent/,
  account: /Atlassian account ID/,
  added: /when you entered it, and your time by day/,
  choices: /what you chose here, what you requested, and the answers/,
  looks: /who looked at or changed your data, in which role and why/,
  registration: /when you registered, how many records there are, and when your account ID was checked/,
  acting: /if you act as an administrator, it adds the last day of that, and a random code/i,
  leaving: /when you left the site, or when your account was announced as closed/,
  deletion: /a deletion marker, a record of the deletion and a receipt/,
} as const;
type Group = keyof typeof GROUPS;

interface Grouped {
  all?: Group;
  fields?: Record<string, Group>;
}

export const GROUPS_OF: Record<string, Grouped> = {
  'time-entry': {
    fields: {
      issueId: 'entered',
      projectId: 'entered',
      startedOn: 'entered',
      seconds: 'entered',
      accountId: 'account',
      createdAt: 'added',
      position: 'entered',
    },
  },
  'day-totals': { fields: { accountId: 'account', year: 'added', seconds: 'added' } },
  person: { all: 'registration', fields: { accountId: 'account', token: 'looks', epoch: 'deletion' } },
  standing: {
    fields: {
      accountId: 'account',
      version: 'registration',
      counts: 'registration',
      empty: 'registration',
      changedAt: 'registration',
      cohort: 'registration',
      ...{
        noticeVersion: 'choices',
        noticeAt: 'choices',
        noticeLanguage: 'choices',
        restrictedAt: 'choices',
        restrictedBy: 'choices',
      },
      ...{
        restrictedFor: 'choices',
        reviewOn: 'choices',
        ownRestrictedAt: 'choices',
        liftableFrom: 'choices',
        takenBackOn: 'choices',
        takenBack: 'choices',
      },
      removedAt: 'leaving',
      announcedAt: 'leaving',
      erasureAskedAt: 'choices',
    },
  },
  cohort: { all: 'registration', fields: { members: 'account' } },
  request: { all: 'choices', fields: { accountId: 'account' } },
  marker: { all: 'deletion' },
  erasure: { all: 'deletion' },
  receipt: { all: 'deletion' },
  audit: { all: 'looks' },
  administrator: { all: 'acting', fields: { accountId: 'account' } },
  'webhook-request': { all: 'leaving' },
};
