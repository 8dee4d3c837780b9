import { NeedsAuthenticationError, type APIResponse } from '@forge/api';

/** What Jira says, or that it did not: an error, a time-out, an answer of no known form. */
export type Asked<Said> = Said | 'no-answer';

/** Whether an error is one with which Forge asks the person for consent: it must get through to Forge. */
export const asksForConsent = (error: unknown): boolean => error instanceof NeedsAuthenticationError;

/**
 * Asks Jira something, and reads an answer of 200; what is not there is said by 404, where a call says so.
 * @throws NeedsAuthenticationError, for Forge to ask the person for consent
 */
export async function askJira<Body, Said>(
  call: () => Promise<APIResponse>,
  read: (body: Body | null) => Asked<Said>,
  notFound: Asked<Said> = 'no-answer',
): Promise<Asked<Said>> {
  try {
    const response = await call();
    if (response.status === 404) return notFound;
    return response.ok ? read((await response.json()) as Body | null) : 'no-answer';
  } catch (error) {
    if (asksForConsent(error)) throw error;
    return 'no-answer';
  }
}
