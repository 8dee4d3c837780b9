import { webTrigger } from '@forge/api';

/** The web trigger of manifest.yml. */
const KEY = 'personal-data-webhook';

/** The address of the webhook, made where there is none yet. */
export const makeWebhookAddress = (): Promise<string> => webTrigger.getUrl(KEY);

/** The address of the webhook, if it has one. */
export const webhookAddress = async (): Promise<string | undefined> =>
  (await webTrigger.queryUrls(KEY))[0]?.url;

/** Deletes every address of the webhook: calls to them reach nothing any more. */
export async function deleteWebhookAddresses(): Promise<void> {
  for (const { url } of await webTrigger.queryUrls(KEY)) await webTrigger.deleteUrl(url);
}
