import { MARKER_DAYS } from '../../data-sets/marker';
import { sentences, type Section } from '../claim';
import { SOURCES } from '../words';
import { COMPLAINT, OBJECTION, RECIPIENTS, RESPONSIBLE, WHY } from './parties';

export const STORED: Section = {
  id: 'stored',
  title: 'notice.title-stored',
  claims: [
    { id: 'you-enter', text: 'notice.you-enter' },
    { id: 'app-adds', text: 'notice.app-adds' },
    { id: 'only-account-ids', text: 'notice.only-account-ids' },
    { id: 'no-free-text', text: 'notice.no-free-text' },
    { id: 'names-in-browser', text: 'notice.names-in-browser' },
    { id: 'browser', text: 'notice.browser' },
    { id: 'no-google', text: 'notice.no-google' },
    { id: 'one-map', text: 'notice.one-map' },
  ],
};

const SOURCE: Section = {
  id: 'source',
  title: 'notice.title-source',
  claims: [
    {
      id: 'sources',
      text: ({ webhook }, say) =>
        sentences(say('notice.sources'), webhook && say('notice.sources-other-system')),
    },
  ],
};

const AUTOMATIC: Section = {
  id: 'automatic',
  title: 'notice.title-automatic',
  claims: [
    {
      id: 'automatic',
      text: ({ removedDays: days, webhook }, say) =>
        sentences(
          say('notice.automatic'),
          days !== undefined && say('notice.automatic-left', { days }),
          say('notice.automatic-restricts'),
          webhook && say('notice.automatic-other-system'),
        ),
    },
  ],
};

const SECURITY: Section = {
  id: 'security',
  title: 'notice.title-security',
  claims: [
    { id: 'admin-check', text: 'notice.admin-check' },
    { id: 'no-personal-logs', text: 'notice.no-personal-logs' },
    { id: 'encryption', text: 'notice.encryption', source: SOURCES.policy },
  ],
};

const PERIODS: Section = {
  id: 'time',
  title: 'notice.title-time',
  claims: [
    { id: 'retention', text: ({ period }, say) => say('notice.retention', { period }) },
    {
      id: 'time-without-names',
      text: ({ totals }, say) => (totals ? say('notice.time-without-names') : undefined),
    },
    { id: 'closed-erased', text: 'notice.closed-deleted' },
    {
      id: 'removed-restricted',
      text: ({ removedDays: days }, say) =>
        sentences(
          say('notice.left-restricted'),
          days === undefined ? say('notice.left-waits') : say('notice.left-deleted', { days }),
          say('notice.left-ends'),
          days !== undefined && say('notice.left-stopped'),
        ),
    },
    {
      id: 'announced-not-erased',
      text: ({ webhook, webhookErasesAfter: days }, say) =>
        webhook
          ? sentences(
              say('notice.announced-not-deleted'),
              days === undefined ? say('notice.announced-waits') : say('notice.announced-deleted', { days }),
              days !== undefined && say('notice.delete-all-acted'),
            )
          : undefined,
    },
  ],
};

const AFTERWARDS: Section = {
  id: 'afterwards',
  title: 'notice.title-afterwards',
  claims: [
    { id: 'marker-stays', text: (_, say) => say('notice.marker-stays', { ...MARKER_DAYS }) },
    { id: 'log-stays', text: 'notice.log-stays' },
    { id: 'outside', text: 'notice.outside', source: SOURCES.platform },
  ],
};

const RIGHTS: Section = {
  id: 'rights',
  title: 'notice.title-rights',
  claims: [
    { id: 'see', text: 'notice.see' },
    { id: 'export', text: 'notice.export' },
    { id: 'left-out', text: 'notice.left-out' },
    {
      id: 'delete-some',
      text: ({ approval }, say) =>
        sentences(say('notice.delete-some'), approval && say('notice.delete-some-day')),
    },
    {
      id: 'delete-all',
      text: ({ approval }, say) =>
        sentences(
          say(approval ? 'notice.delete-all-approved' : 'notice.delete-all-alone'),
          say('notice.delete-all-acted'),
          say('notice.delete-all-receipt'),
        ),
    },
    { id: 'restrict', text: 'notice.restrict' },
    { id: 'restrict-others', text: 'notice.restrict-others' },
    { id: 'ask', text: 'notice.ask' },
  ],
};

/** The third layer: the full text, in the order of GDPR art. 13. The table of what is stored follows on `stored`. */
export const SECTIONS: readonly Section[] = [
  RESPONSIBLE,
  OBJECTION,
  STORED,
  SOURCE,
  WHY,
  RECIPIENTS,
  PERIODS,
  RIGHTS,
  AFTERWARDS,
  AUTOMATIC,
  SECURITY,
  COMPLAINT,
];
