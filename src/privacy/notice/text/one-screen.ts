import type { NoticeKey } from '../../../words';
import { sentences, type Claim } from '../claim';
import { restsOnInterests } from '../in-force';
import { basisWords } from '../words';

/** A question of the second layer. Its answer repeats what the claims it names say in the full text, in short. */
interface Question {
  id: string;
  asks: NoticeKey;
  text: Claim['text'];
  /** The claims of the full text that it rests on. */
  from: readonly string[];
}

/** The second layer: one screen. */
export const QUESTIONS: readonly Question[] = [
  {
    id: 'who',
    asks: 'notice.ask-who',
    text: ({ page }, say) => say(page ? 'notice.short-who-page' : 'notice.short-who-none'),
    from: ['controller', 'processor'],
  },
  {
    id: 'what',
    asks: 'notice.ask-what',
    text: 'notice.short-what',
    from: ['you-enter', 'app-adds', 'only-account-ids', 'no-free-text'],
  },
  {
    id: 'why',
    asks: 'notice.ask-why',
    text: (facts, say) => {
      const basis = facts.uses.find(({ purpose }) => purpose === 'time-recording')?.basis;
      return sentences(
        say('notice.short-why'),
        say('notice.short-basis', { basis: basisWords(basis, say) }),
        restsOnInterests(facts) && say('notice.short-object'),
      );
    },
    from: ['purposes-in-map', 'object'],
  },
  {
    id: 'who-sees',
    asks: 'notice.ask-who-sees',
    text: 'notice.short-who-sees',
    from: ['who-sees', 'admin-access-recorded', 'admin-list'],
  },
  {
    id: 'who-else',
    asks: 'notice.ask-who-else',
    text: 'notice.short-who-else',
    from: ['told-to-atlassian', 'no-egress', 'hosting'],
  },
  { id: 'where', asks: 'notice.ask-where', text: 'notice.short-where', from: ['countries'] },
  {
    id: 'how-long',
    asks: 'notice.ask-how-long',
    text: ({ period, removedDays: days }, say) =>
      sentences(
        say('notice.short-how-long', { period }),
        days !== undefined && say('notice.short-left', { days }),
      ),
    from: ['retention', 'closed-erased', 'removed-restricted'],
  },
  {
    id: 'rights',
    asks: 'notice.ask-rights',
    text: ({ approval }, say) => say(approval ? 'notice.short-rights-approved' : 'notice.short-rights-alone'),
    from: ['see', 'export', 'delete-some', 'delete-all', 'restrict', 'ask'],
  },
  {
    id: 'disagree',
    asks: 'notice.ask-disagree',
    text: ({ page }, say) => say(page ? 'notice.short-disagree-page' : 'notice.short-disagree-none'),
    from: ['complain'],
  },
  {
    id: 'not',
    asks: 'notice.ask-not',
    text: 'notice.short-not',
    from: ['automatic', 'no-tracking', 'no-record-of-hours'],
  },
];
