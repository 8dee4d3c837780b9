/** The control API refused; the message is for people. */
export class ControlError extends Error {
  override name = 'ControlError';

  constructor(
    /** Of HTTP; 0 where nothing came back. */
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

async function ask<T>(path: string, init?: RequestInit): Promise<T> {
  const answer = await fetch(`/__local${path}`, init).catch(noAnswer);
  const value = (await answer.json()) as { error?: string };
  if (!answer.ok) throw new ControlError(answer.status, value.error ?? 'The local site could not answer.');
  return value as T;
}

function noAnswer(): never {
  throw new ControlError(
    0,
    'The local site does not answer. Start it again with “npm start”; what was entered is kept.',
  );
}

/** Reads from the site's control API. */
export function read<T>(path: string): Promise<T> {
  return ask<T>(path);
}

/** Changes something through the site's control API. */
export function change<T>(path: string, body: unknown): Promise<T> {
  return ask<T>(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}
