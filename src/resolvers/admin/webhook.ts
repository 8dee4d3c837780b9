import * as v from 'valibot';
import type { AnnouncedPage, Said, UndoPreview, WebhookSecretView, WebhookView } from '../../contract';
import { engine } from '../../app';
import { asksForConsent } from '../../atlassian/ask-jira';
import { deleteWebhookAddresses, makeWebhookAddress, webhookAddress } from '../../atlassian/web-trigger';
import {
  ERASES_AFTER_DAYS,
  MOST_ERASED_A_DAY,
  MOST_RESTRICTED_A_DAY,
  type Webhook,
} from '../../privacy/data-sets/webhook';
import { kindOfError, Refused } from '../../privacy/errors';
import { withNoticeNoted } from '../../privacy/notice/archive';
import { dismissAnnounced as dismiss, listAnnounced as list } from '../../privacy/webhook/announcements';
import { disableWebhook as disable, enableWebhook as enable, rotateKey } from '../../privacy/webhook/keys';
import { setMostRestricted, setWordErases, takeBackErasing } from '../../privacy/webhook/settings';
import { readWebhook } from '../../privacy/webhook/state';
import { askUndo } from '../../privacy/webhook/undo/ask';
import { previewUndo } from '../../privacy/webhook/undo/preview';
import { viewWithout, webhookView, type AddressView } from '../../privacy/webhook/view';
import { forAdmin } from '../define';
import { STANDARD_PAGE, nothing, ofPerson, page, reason } from '../payloads';
import { isInstant } from '../../storage/kinds';

export const getWebhook = forAdmin(nothing, async (): Promise<WebhookView> => {
  return present(await readWebhook(engine));
});

const present = async (webhook: Webhook | undefined): Promise<WebhookView> =>
  view(webhook, webhook?.enabled ? await askedAddress() : {});

async function askedAddress(): Promise<AddressView> {
  try {
    const address = await webhookAddress();
    return address === undefined ? {} : { address };
  } catch (error) {
    if (asksForConsent(error)) throw error;
    return { addressNotAnswered: true };
  }
}

/** The address comes first: where Forge gives none, the webhook stays off. */
export const enableWebhook = forAdmin(nothing, async (_, { acting }): Promise<WebhookSecretView> => {
  const address = await madeAddress();
  const { webhook, secret } = await withNoticeNoted(engine, () => enable(acting));
  return { webhook: await shownWithSecret(webhook, { address }), secret };
});

async function madeAddress(): Promise<string> {
  try {
    return await makeWebhookAddress();
  } catch (error) {
    if (asksForConsent(error)) throw error;
    engine.log('webhook-without-address', { kind: kindOfError(error) });
    throw new Refused('TRY_LATER', 'refused-admin.webhook-without-address');
  }
}

export const rotateWebhookSecret = forAdmin(nothing, async (_, { acting }): Promise<WebhookSecretView> => {
  const address = await askedAddress();
  const { webhook, secret } = await rotateKey(acting);
  return { webhook: await shownWithSecret(webhook, address), secret };
});

export const disableWebhook = forAdmin(nothing, async (_, { acting }): Promise<WebhookView> => {
  const webhook = await withNoticeNoted(engine, () => disable(acting));
  try {
    await deleteWebhookAddresses();
  } catch (error) {
    if (asksForConsent(error)) throw error;
    throw new Refused('TRY_LATER', 'refused-admin.webhook-keeps-address');
  }
  return view(webhook);
});

interface Limits {
  least: number;
  most: number;
}

const isWithin = (given: number, { least, most }: Limits): boolean =>
  Number.isInteger(given) && given >= least && given <= most;

const limitsSaid = ({ least, most }: Limits): Said => ({
  key: 'refused-admin.whole-number',
  values: { least, most },
});

const numbers = v.strictObject({ afterDays: v.number(), mostADay: v.number() });
const wordErases = v.optional(numbers);

/** By field, with its limits: a schema could not say them. @throws Refused naming each that is outside */
function assertWithin(given: Readonly<Record<string, [number, Limits]>>): void {
  const wrong = Object.entries(given).filter(([, [number, limits]]) => !isWithin(number, limits));
  if (wrong.length === 0) return;
  const fields = Object.fromEntries(wrong.map(([field, [, limits]]) => [field, limitsSaid(limits)]));
  throw new Refused('INVALID', 'refused.correct-form', fields);
}

/** `was`: what the form was loaded with. One that does not say it overwrites nothing that anybody saved. */
export const setWebhookErasing = forAdmin(
  v.strictObject({ erases: wordErases, was: wordErases, waited: v.optional(v.boolean()) }),
  async (wanted, { acting }): Promise<WebhookView> => {
    const { erases } = wanted;
    if (erases)
      assertWithin({
        'erases.afterDays': [erases.afterDays, ERASES_AFTER_DAYS],
        'erases.mostADay': [erases.mostADay, MOST_ERASED_A_DAY],
      });
    return present(await withNoticeNoted(engine, () => setWordErases(acting, wanted)));
  },
);

export const takeBackWebhookErasing = forAdmin(nothing, async (_, { acting }): Promise<WebhookView> =>
  present(await withNoticeNoted(engine, () => takeBackErasing(acting))),
);

export const setWebhookLimit = forAdmin(
  v.strictObject({
    mostADay: v.number(),
    was: v.optional(v.number(), MOST_RESTRICTED_A_DAY.standard),
  }),
  async ({ mostADay, was }, { acting }): Promise<WebhookView> => {
    assertWithin({ mostADay: [mostADay, MOST_RESTRICTED_A_DAY], was: [was, MOST_RESTRICTED_A_DAY] });
    return present(await withNoticeNoted(engine, () => setMostRestricted(acting, mostADay, was)));
  },
);

const since = v.optional(v.custom<string>(isInstant));

export const previewWebhookUndo = forAdmin(v.strictObject({ since }), (asked): Promise<UndoPreview> =>
  previewUndo(engine, asked.since),
);

export const undoWebhook = forAdmin(
  v.strictObject({ since, reason }),
  async (asked, { acting }): Promise<WebhookView> =>
    present(await withNoticeNoted(engine, () => askUndo(acting, asked))),
);

export const listAnnounced = forAdmin(v.strictObject(page), ({ after, limit }): Promise<AnnouncedPage> =>
  list(engine, after, limit ?? STANDARD_PAGE),
);

export const dismissAnnounced = forAdmin(
  v.strictObject(ofPerson),
  async ({ accountId, reason: why }, { acting }): Promise<WebhookView> => {
    await dismiss(acting, accountId, why);
    return present(await readWebhook(engine));
  },
);

/** A secret is shown this once, so nothing that is shown beside it may fail. */
const shownWithSecret = (webhook: Webhook, address: AddressView): Promise<WebhookView> =>
  view(webhook, address).catch(() => viewWithout(engine, webhook, address));

const view = (webhook: Webhook | undefined, address: AddressView = {}): Promise<WebhookView> =>
  webhookView(engine, webhook, address);
