import type { Say } from '../../../words';
import { sentences, type Section } from '../claim';
import { restsOnInterests, type Facts } from '../in-force';
import { SOURCES, VENDOR, basisWords } from '../words';

export const RESPONSIBLE: Section = {
  id: 'responsible',
  title: 'notice.title-responsible',
  claims: [
    {
      id: 'controller',
      text: ({ page }, say) => say(page ? 'notice.controller-page' : 'notice.controller-none'),
    },
    { id: 'processor', text: (_, say) => say('notice.processor', { ...VENDOR }) },
    { id: 'elsewhere', text: 'notice.elsewhere', source: SOURCES.policy },
  ],
};

export const OBJECTION: Section = {
  id: 'objection',
  title: 'notice.title-objection',
  claims: [
    {
      id: 'object',
      text: (facts, say) =>
        sentences(
          say('notice.object'),
          restsOnInterests(facts) && say('notice.object-stops'),
          say('notice.object-how'),
        ),
    },
  ],
};

type Use = Facts['uses'][number];

/** What data is used for, on which legal basis, and where that is an interest, which one. */
const useWords = ({ purpose, basis }: Use, say: Say): string =>
  sentences(
    purposeWords(purpose, say),
    say('notice.sentence', { words: basisWords(basis, say) }),
    basis === 'legitimate-interest' &&
      say('notice.interest', { interest: say(`notice.interest-${purpose}`) }),
  );

const purposeWords = (purpose: Use['purpose'], say: Say): string =>
  say('notice.sentence', { words: say(`data.purpose-${purpose}`) });

export const WHY: Section = {
  id: 'purposes',
  title: 'notice.title-purposes',
  claims: [
    {
      id: 'purposes-in-map',
      text: ({ uses }, say) => {
        const chosen = uses.some(({ basis }) => basis !== undefined);
        return sentences(
          say('notice.purposes-in-map'),
          ...uses.map((use) => (chosen ? useWords(use, say) : purposeWords(use.purpose, say))),
          !chosen && say('notice.sentence', { words: basisWords(undefined, say) }),
        );
      },
    },
    { id: 'no-tracking', text: 'notice.no-tracking' },
    { id: 'must-i', text: 'notice.must-i', source: SOURCES.organisation },
    { id: 'no-record-of-hours', text: 'notice.no-record-of-hours', source: SOURCES.organisation },
  ],
};

export const RECIPIENTS: Section = {
  id: 'recipients',
  title: 'notice.title-recipients',
  claims: [
    { id: 'who-sees', text: 'notice.who-sees' },
    { id: 'admin-access-recorded', text: 'notice.admin-access-recorded' },
    { id: 'who-acted', text: 'notice.who-acted' },
    { id: 'admin-list', text: 'notice.admin-list' },
    { id: 'told-to-atlassian', text: 'notice.told-to-atlassian' },
    { id: 'no-egress', text: 'notice.no-egress' },
    { id: 'hosting', text: 'notice.hosting', source: SOURCES.forge },
    { id: 'countries', text: 'notice.countries', source: SOURCES.transfers },
    { id: 'by-law', text: 'notice.by-law', source: SOURCES.organisation },
  ],
};

export const COMPLAINT: Section = {
  id: 'complaint',
  title: 'notice.title-complaint',
  claims: [
    {
      id: 'complain',
      text: ({ page }, say) => say(page ? 'notice.complain-page' : 'notice.complain-none'),
      source: SOURCES.gdpr,
    },
  ],
};
