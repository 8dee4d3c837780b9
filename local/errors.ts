/** The local Forge was used in a way that Forge has no room for; the message says what to do. */
export class LocalForgeError extends Error {
  override name = 'LocalForgeError';
}

/** Something was asked for that this model does not have: never answered with a guess. */
export class NotModelledError extends LocalForgeError {
  override name = 'NotModelledError';

  /** @param what names what was asked for, for example `jira GET /rest/api/3/field` */
  constructor(readonly what: string) {
    super(`The local Forge does not model ${what}. See docs/local-forge.md for what it models.`);
  }
}

/** What the browser's bridge rejects with when a resolver call fails. */
export class InvocationFailed extends Error {
  override name = 'InvocationFailed';
}
