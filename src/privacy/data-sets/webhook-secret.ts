import type { DataSet } from '../../storage/data-set';

const nobody = 'dpv:NonPersonalData' as const;

/**
 * From what is stored here, and the ID that the webhook lists, each key is made: so a key is valid by one row alone, and
 * what two administrators do at once cannot leave a key without its secret.
 */
interface WebhookSecret {
  key: string;
}

export const WEBHOOK_SECRET_KEY = 'webhook-key';

export const WEBHOOK_SECRET: DataSet<WebhookSecret> = {
  name: 'webhook-secret',
  place: 'secret',
  key: [['name', { kind: 'one-of', values: [WEBHOOK_SECRET_KEY] }]],
  fields: {
    key: { value: { kind: 'digest' }, category: nobody, what: 'A random key' },
  },
  indexes: [],
  about: 'nobody',
  title: 'Secret of the webhook',
  what: 'A random key from which those are made with which systems of your organisation sign what they announce.',
  purpose: 'To take announcements from authorised systems only.',
  retention: {
    words: 'Overwritten when the webhook is disabled.',
  },
  erasure: { effect: 'keep', words: 'It says nothing about anyone.' },
  exported: false,
};
