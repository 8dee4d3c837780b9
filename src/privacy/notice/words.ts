/** One statement of the notice. Each has a check of the same ID in the tests, so that none can become untrue unseen. */
interface Claim {
  id: string;
  text: string;
}

interface Section {
  id: string;
  title: string;
  claims: readonly Claim[];
}

export const VENDOR = { name: 'Cappsule Sàrl', contact: 'security@cappsule.io' } as const;
/** Date of the vendor's privacy policy that the app puts into practice. */
export const POLICY_DATE = '2025-10-04';

export const SUMMARY =
  'This app keeps the time you log on work items, under your Atlassian account ID. It keeps no name, no e-mail ' +
  'address and no free text, and sends nothing outside Atlassian. You can see, export and delete it ' +
  'yourself; deleting all of it may wait for an administrator’s approval, where your organisation decided so.';

export const SECTIONS: readonly Section[] = [
  {
    id: 'collected',
    title: 'What is collected',
    claims: [
      {
        id: 'only-account-ids',
        text: 'The only thing the app stores that identifies you is your Atlassian account ID.',
      },
      {
        id: 'only-what-you-enter',
        text: 'It stores what you enter in the app: on which work item and day you worked, and for how long.',
      },
      {
        id: 'no-free-text',
        text: 'It has no field for free text, and its storage refuses any.',
      },
      {
        id: 'names-in-browser',
        text: 'Names and titles you see in the app are looked up by your own browser, with your own permissions, and are not stored.',
      },
    ],
  },
  {
    id: 'purposes',
    title: 'Why',
    claims: [
      {
        id: 'purposes-in-map',
        text: 'Each kind of record is kept for the purpose and on the lawful basis stated beside it below, and for nothing else.',
      },
      { id: 'no-tracking', text: 'There is no advertising, no analytics and no profiling.' },
    ],
  },
  {
    id: 'recipients',
    title: 'Who gets it',
    claims: [
      {
        id: 'no-egress',
        text: 'The app runs on Atlassian’s Forge platform and stores everything there; it cannot send data to any other address.',
      },
      {
        id: 'told-to-atlassian',
        text: 'Atlassian is told once a cycle, every seven days unless it says otherwise, that this app holds your account ID. The My data page says when it was last told.',
      },
      {
        id: 'who-sees',
        text: 'In the app, only you and the administrators of your Jira site can see your entries.',
      },
      {
        id: 'admin-access-recorded',
        text: 'When an administrator looks at, exports or deletes your entries, a reason is recorded, and you see the day, the role and the reason on the My data page.',
      },
    ],
  },
  {
    id: 'security',
    title: 'How it is protected',
    claims: [
      {
        id: 'hosting',
        text: 'Atlassian hosts and encrypts the storage and is certified under ISO 27001 and SOC 2 Type 2; where it is hosted follows your organisation’s agreement with Atlassian.',
      },
      {
        id: 'admin-check',
        text: 'Every administrative function checks with Jira, each time, that the person asking is an administrator.',
      },
      { id: 'no-personal-logs', text: 'The app’s logs hold no account IDs, names or entries.' },
    ],
  },
  {
    id: 'rights',
    title: 'What you can do',
    claims: [
      {
        id: 'see',
        text: 'See what is held about you, kind by kind, every entry, who looked at it, and what is left of an earlier erasure, on the My data page in your profile menu.',
      },
      {
        id: 'export',
        text: 'Export all of it as JSON and CSV; the file is made in your browser and not stored. It leaves out your token in the audit log and the time of day of its lines, because those stay after an erasure. It leaves out the record and the receipt of an earlier erasure, which name nobody. It leaves out digests of your account ID: the key of an erasure’s marker, and those in what another system announced, until the next daily run at the latest. Everything else is in it.',
      },
      {
        id: 'delete-some',
        text: 'Correct and delete single entries, and undo that for a minute. Where deleting everything waits for an approval, you can do so within 24 hours of logging an entry. For an older one, ask for a correction: you name the entry and what is right, and an administrator’s approval corrects it.',
      },
      {
        id: 'delete-all',
        text: 'Delete everything; it counts as done when the storage, read again, holds nothing of yours any more.',
      },
      {
        id: 'delete-after-approval',
        text: 'Where your administrators decided so, deleting everything waits for their approval. If they decline, you see the reason and until when it holds.',
      },
      {
        id: 'ask',
        text: 'Ask your administrators, in the app, for access, a portable copy, a correction, a restriction or an erasure, or object. They have a month to answer, and two more where they tell you why within the first.',
      },
      {
        id: 'restrict',
        text: 'Restrict the use of your data: it is then only kept, also when its period is over, and Atlassian is still told as before that it is. You can still see, export and delete it. An administrator can restrict it too; then it stays restricted until each of you has lifted theirs. They lift yours where you asked them to, or a week after telling you here.',
      },
      {
        id: 'complain',
        text: 'Ask your Jira administrators or the vendor for anything else, and complain to your data protection authority.',
      },
    ],
  },
  {
    id: 'google',
    title: 'Google data',
    claims: [
      { id: 'no-google', text: 'The app has no Google integration and receives no data from Google.' },
    ],
  },
  {
    id: 'time',
    title: 'How long',
    claims: [
      {
        id: 'retention',
        text: 'Each kind of record is deleted when its period, stated below, has passed; a daily run sees to it. What you or an administrator restricted waits until that is lifted.',
      },
      {
        id: 'time-without-names',
        text: 'Your administrators can decide to keep time of expired entries without names: as one total for a work item, with no person and no day. Something is added only where entries of at least three people expire at once and the time is not nearly all one or two people’s. Data whose use is restricted, and data that you delete or erase, is never added.',
      },
      {
        id: 'closed-erased',
        text: 'When Atlassian answers that your account is closed, everything about you is erased at once, and your account ID with it.',
      },
      {
        id: 'removed-restricted',
        text: 'When you are removed from this Jira site, the use of your data is restricted at once. It is erased after 30 days, or after the time your administrators set, without an approval, or once Atlassian says that the account is closed. Before it erases, the app asks Jira whether you are back, and keeps nothing of the answer. Being back, or using the app again, ends the restriction. A restriction that you or an administrator set holds the erasure off, but not Atlassian’s word.',
      },
      {
        id: 'announced-not-erased',
        text: 'Where your administrators let another system of your organisation announce that an account is closed, or hand in your requests, its word restricts the use of your data. It erases nothing by itself, unless they set that an account announced as closed is erased after a week or more.',
      },
      {
        id: 'outside',
        text: 'What Atlassian keeps lies outside the app: its backups, the storage for 28 days after the app is uninstalled, and the list of apps in your Atlassian account.',
      },
    ],
  },
  {
    id: 'principles',
    title: 'Principles',
    claims: [
      {
        id: 'controller',
        text: 'Your organisation decides about the data (it is the controller); the vendor provides the app for it (the processor), under the GDPR and the Swiss data protection act.',
      },
      {
        id: 'one-map',
        text: 'What you read here about records is derived from the same declaration that the app’s storage enforces.',
      },
    ],
  },
  {
    id: 'contact',
    title: 'Contact',
    claims: [{ id: 'contact', text: `${VENDOR.name}, ${VENDOR.contact}.` }],
  },
];
