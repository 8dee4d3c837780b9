import type { Purpose } from '../../../storage/purposes';
import type { LegalBasis } from '../../data-sets/legal-bases';
import { sentences, type Section } from '../claim';
import { restsOnInterests } from '../facts';
import { BASIS_WORDS, INTEREST_WORDS, NO_BASIS, PURPOSE_WORDS } from '../purpose-words';
import { SOURCES, VENDOR } from '../words';

export const RESPONSIBLE: Section = {
  id: 'responsible',
  title: 'Who is responsible',
  claims: [
    {
      id: 'controller',
      text: ({ page }) =>
        page
          ? 'Your organisation is responsible for your data. Its own page says more about it, and whom to ask.'
          : 'Your organisation is responsible for your data. It has not said here whom to ask. Ask your Jira administrator.',
    },
    {
      id: 'processor',
      text: `${VENDOR.name}, Switzerland, provides the app on behalf of your organisation. You reach it at ${VENDOR.contact}.`,
    },
    {
      id: 'elsewhere',
      text: 'Cappsule handles licences, invoices and support messages outside this app. Its own privacy policy of 4 October 2025 covers them.',
      source: SOURCES.policy,
    },
  ],
};

export const OBJECTION: Section = {
  id: 'objection',
  title: 'Your right to object',
  claims: [
    {
      id: 'object',
      text: (facts) =>
        sentences(
          'You can object to the use of your data at any time, for reasons of your own situation.',
          restsOnInterests(facts) &&
            'Your organisation then has to stop, unless it shows compelling grounds.',
          'Open My data, then Requests, and choose to object.',
        ),
    },
  ],
};

function basisWords(purpose: Purpose, basis: LegalBasis | undefined): string {
  const interest = basis === 'legitimate-interest' && `The interest: ${INTEREST_WORDS[purpose]}.`;
  return sentences(`${basis ? BASIS_WORDS[basis] : NO_BASIS}.`, interest);
}

export const WHY: Section = {
  id: 'purposes',
  title: 'Why, and on which legal basis',
  claims: [
    {
      id: 'purposes-in-map',
      text: ({ uses }) => {
        const chosen = uses.some(({ basis }) => basis !== undefined);
        return sentences(
          'Your data is used for this and for nothing else.',
          ...uses.map(({ purpose, basis }) =>
            sentences(`${PURPOSE_WORDS[purpose]}.`, chosen && basisWords(purpose, basis)),
          ),
          !chosen && `${NO_BASIS}.`,
        );
      },
    },
    { id: 'no-tracking', text: 'The app has no advertising, no analytics and no profiling.' },
    {
      id: 'must-i',
      text: 'Your organisation may require you to log time here. Ask it whether you must, and what happens if you do not.',
      source: SOURCES.organisation,
    },
    {
      id: 'no-record-of-hours',
      text: 'These entries have no beginning, end or break. They are not the record of working hours that labour law asks for, unless your organisation says so.',
      source: SOURCES.organisation,
    },
  ],
};

export const RECIPIENTS: Section = {
  id: 'recipients',
  title: 'Who receives it, and where',
  claims: [
    {
      id: 'who-sees',
      text: 'You see your entries. Jira administrators see them if they give a reason. In the app, nobody else does.',
    },
    {
      id: 'admin-access-recorded',
      text: 'The app notes each time an administrator views, exports, corrects or deletes your entries. You read the day and the reason on My data.',
    },
    {
      id: 'admin-list',
      text: 'Without a reason, administrators see a list of the people who have data here. It says since when, and whether the use is restricted.',
    },
    {
      id: 'told-to-atlassian',
      text: 'Every seven days the app sends Atlassian your account ID and the date it was last checked. Atlassian answers whether the account is closed, so that its data is deleted. Atlassian can ask for another interval. My data says when it last received your ID.',
    },
    { id: 'no-egress', text: 'The app cannot send data to any other address.' },
    {
      id: 'hosting',
      text: 'Atlassian hosts the app and its storage, as a sub-processor of Cappsule.',
      source: SOURCES.forge,
    },
    {
      id: 'countries',
      text: 'Atlassian stores the data in the region that your organisation chose. It may process data in other countries, among them the USA. It relies on the EU standard contractual clauses and, where it applies, the Data Privacy Framework.',
      source: SOURCES.transfers,
    },
    {
      id: 'by-law',
      text: 'If a law requires it, your organisation may have to hand data over.',
      source: SOURCES.organisation,
    },
  ],
};

export const COMPLAINT: Section = {
  id: 'complaint',
  title: 'If you disagree',
  claims: [
    {
      id: 'complain',
      text: ({ page }) =>
        sentences(
          page ? 'Ask the contact that your organisation names.' : 'Ask your Jira administrator.',
          'You can complain to your data protection authority, and you can go to court.',
        ),
      source: SOURCES.gdpr,
    },
  ],
};
