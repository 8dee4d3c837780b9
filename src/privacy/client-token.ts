import { sha256 } from './digest';

/** What a client made up so that a second click is the same request. It is stored nowhere: no row and no key takes it. */
export interface ClientToken {
  readonly fromClient: string;
}

/**
 * The ID of the record that a person's request makes: the same each time, another for each person, and nothing that a
 * client can choose.
 */
export const recordIdOf = (accountId: string, { fromClient }: ClientToken): string =>
  sha256(`${accountId}\n${fromClient}`).slice(0, 32);
