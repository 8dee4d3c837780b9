import * as v from 'valibot';
import type { AnnouncedPage, UndoPreview, WebhookSecretView, WebhookView } from '../../contract';
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
import { dismissAnnounced as dismiss, listAnnounced as list } from '../../privacy/webhook/announcements';
import { disableWebhook as disable, enableWebhook as enable, rotateKey } from '../../privacy/webhook/keys';
import { setMostRestricted, setWordErases } from '../../privacy/webhook/settings';
import { readWebhook } from '../../privacy/webhook/state';
import { askUndo } from '../../privacy/webhook/undo/ask';
import { previewUndo } from '../../privacy/webhook/undo/preview';
import { viewWithout, webhookView, type AddressView } from '../../privacy/webhook/view';
import { forAdmin } from '../define';
import { isInstant } from '../../storage/kinds';
import { nothing, ofPerson, page, reason } from '../payloads';

const STANDARD_PAGE = 50;

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
export const enableWebhook = forAdmin(nothing, async (): Promise<WebhookSecretView> => {
  const address = await madeAddress();
  const { webhook, secret } = await enable(engine);
  return { webhook: await shownWithSecret(webhook, { address }), secret };
});

async function madeAddress(): Promise<string> {
  try {
    return await makeWebhookAddress();
  } catch (error) {
    if (asksForConsent(error)) throw error;
    engine.log('webhook-without-address', { kind: kindOfError(error) });
    throw new Refused(
      'TRY_LATER',
      'Atlassian gave the webhook no address, so it is still off. Nothing was changed; try again in a minute.',
    );
  }
}

export const rotateWebhookSecret = forAdmin(nothing, async (): Promise<WebhookSecretView> => {
  const address = await askedAddress();
  const { webhook, secret } = await rotateKey(engine);
  return { webhook: await shownWithSecret(webhook, address), secret };
});

export const disableWebhook = forAdmin(nothing, async (): Promise<WebhookView> => {
  const webhook = await disable(engine);
  try {
    await deleteWebhookAddresses();
  } catch (error) {
    if (asksForConsent(error)) throw error;
    throw new Refused(
      'TRY_LATER',
      'The webhook is off, but Atlassian did not delete its address. Calls are refused; disable it again in a minute.',
    );
  }
  return view(webhook);
});

interface Limits {
  least: number;
  most: number;
}

const isWithin = (given: unknown, { least, most }: Limits): boolean =>
  Number.isInteger(given) && Number(given) >= least && Number(given) <= most;

const limitWords = ({ least, most }: Limits): string => `Give a whole number from ${least} to ${most}.`;

const within = (limits: Limits) => v.custom<number>((given) => isWithin(given, limits), limitWords(limits));

const numbers = v.strictObject({ afterDays: v.number(), mostADay: v.number() });
const wordErases = v.optional(numbers);

/** The schema could name `erases` only: a form needs the number that is wrong. */
function assertLimits(erases: v.InferOutput<typeof wordErases>): void {
  if (!erases) return;
  const limits = { afterDays: ERASES_AFTER_DAYS, mostADay: MOST_ERASED_A_DAY };
  const wrong = (['afterDays', 'mostADay'] as const).filter((name) => !isWithin(erases[name], limits[name]));
  if (wrong.length === 0) return;
  const fields = Object.fromEntries(wrong.map((name) => [`erases.${name}`, limitWords(limits[name])]));
  throw new Refused(
    'INVALID',
    'A number is outside its limits. Nothing was saved; correct it and try again.',
    fields,
  );
}

/** `was`: what the form was loaded with. One that does not say it overwrites nothing that anybody saved. */
export const setWebhookErasing = forAdmin(
  v.strictObject({ erases: wordErases, was: wordErases }),
  async ({ erases, was }): Promise<WebhookView> => {
    assertLimits(erases);
    return present(await setWordErases(engine, erases, was));
  },
);

export const setWebhookLimit = forAdmin(
  v.strictObject({
    mostADay: within(MOST_RESTRICTED_A_DAY),
    was: v.optional(within(MOST_RESTRICTED_A_DAY), MOST_RESTRICTED_A_DAY.standard),
  }),
  async ({ mostADay, was }): Promise<WebhookView> => present(await setMostRestricted(engine, mostADay, was)),
);

const since = v.optional(v.custom<string>(isInstant, 'Give a moment as an instant in UTC.'));

export const previewWebhookUndo = forAdmin(v.strictObject({ since }), (asked): Promise<UndoPreview> =>
  previewUndo(engine, asked.since),
);

export const undoWebhook = forAdmin(v.strictObject({ since, reason }), async (asked): Promise<WebhookView> =>
  present(await askUndo(engine, asked)),
);

export const listAnnounced = forAdmin(v.strictObject(page), ({ after, limit }): Promise<AnnouncedPage> =>
  list(engine, after, limit ?? STANDARD_PAGE),
);

export const dismissAnnounced = forAdmin(
  v.strictObject(ofPerson),
  async ({ accountId, reason: why }): Promise<WebhookView> => {
    await dismiss(engine, accountId, why);
    return present(await readWebhook(engine));
  },
);

/** A secret is shown this once, so nothing that is shown beside it may fail. */
const shownWithSecret = (webhook: Webhook, address: AddressView): Promise<WebhookView> =>
  view(webhook, address).catch(() => viewWithout(engine, webhook, address));

const view = (webhook: Webhook | undefined, address: AddressView = {}): Promise<WebhookView> =>
  webhookView(engine, webhook, address);
