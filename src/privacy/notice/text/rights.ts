import { sentences, type Section } from '../claim';

export const RIGHTS: Section = {
  id: 'rights',
  title: 'What you can do',
  claims: [
    {
      id: 'see',
      text: 'See what is stored about you: every kind of record, every entry, and who looked at them. My data is in the menu of your profile picture.',
    },
    {
      id: 'export',
      text: 'Export it as JSON, CSV and a page to read. Your browser makes the file, and the app stores no copy. The file also contains this notice.',
    },
    {
      id: 'left-out',
      text: 'The file leaves out two details of the audit log that could identify you after a deletion: an internal code and the time of day. It leaves out codes made from your account ID. It leaves out records and receipts of earlier deletions, which do not contain your account ID. Ask your administrators if you want these too.',
    },
    {
      id: 'delete-some',
      text: ({ approval }) =>
        sentences(
          'Correct or delete an entry, and undo that for a minute.',
          approval &&
            'You can do so for 24 hours after you logged it. After that, send a request that names the entry and what is right.',
        ),
    },
    {
      id: 'delete-all',
      text: ({ approval }) =>
        sentences(
          approval
            ? 'Delete everything once an administrator approves. If they decline, you see why.'
            : 'Delete everything at any time, without asking anyone. If an administrator restricts its use for a legal duty, they decide.',
          'The app then checks that no record of you is left, and gives you a receipt.',
        ),
    },
    {
      id: 'restrict',
      text: 'Restrict the use of your data. Nobody can then log or change your time, and nothing expires. You can still view, export and delete it. Atlassian still receives your account ID.',
    },
    {
      id: 'restrict-others',
      text: 'While you or an administrator restrict the use, administrators view, export, correct or delete your data only because you asked, or for a legal duty. If both of you restrict it, both have to end that. They can end yours if you ask, or a week after they tell you on My data.',
    },
    {
      id: 'ask',
      text: 'Ask for access, a copy, a correction, a restriction or a deletion, or object, under Requests on My data. It costs nothing. Administrators must answer within one month, or 30 days if that is sooner. If they need up to two more months, they must say why within the first.',
    },
  ],
};
