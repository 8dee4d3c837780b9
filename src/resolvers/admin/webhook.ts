import type { WebhookSecretView, WebhookView } from '../../contract';
import { engine } from '../../app';
import { deleteWebhookAddresses, makeWebhookAddress, webhookAddress } from '../../atlassian/web-trigger';
import type { Webhook } from '../../privacy/data-sets/webhook';
import { Refused } from '../../privacy/refused';
import { disableWebhook as disable, enableWebhook as enable, rotateKey } from '../../privacy/webhook/keys';
import { readWebhook, validKeys } from '../../privacy/webhook/state';
import { forAdmin } from '../define';
import { nothing } from '../payloads';

export const getWebhook = forAdmin(nothing, async (): Promise<WebhookView> => {
  const webhook = await readWebhook(engine);
  return view(webhook, webhook?.enabled ? await webhookAddress().catch(() => undefined) : undefined);
});

/** The address comes first: where Forge gives none, the webhook stays off. */
export const enableWebhook = forAdmin(nothing, async (): Promise<WebhookSecretView> => {
  const address = await makeWebhookAddress();
  const { webhook, secret } = await enable(engine);
  return { webhook: view(webhook, address), secret };
});

export const rotateWebhookSecret = forAdmin(nothing, async (): Promise<WebhookSecretView> => {
  const { webhook, secret } = await rotateKey(engine);
  return { webhook: view(webhook, await webhookAddress().catch(() => undefined)), secret };
});

export const disableWebhook = forAdmin(nothing, async (): Promise<WebhookView> => {
  const webhook = await disable(engine);
  try {
    await deleteWebhookAddresses();
  } catch {
    throw new Refused(
      'TRY_LATER',
      'The webhook is off, but Atlassian did not delete its address. Calls are refused; disable it again in a minute.',
    );
  }
  return view(webhook);
});

function view(webhook: Webhook | undefined, address?: string): WebhookView {
  const keys = webhook ? validKeys(webhook, engine.now()) : [];
  return {
    enabled: webhook?.enabled ?? false,
    ...(address !== undefined && { address }),
    keys: keys.map(({ since, endsAt }) => ({ since, ...(endsAt !== undefined && { endsAt }) })),
    calls: webhook?.calls ?? [],
  };
}
