type Callback = (payload: unknown) => unknown;

const listeners = new Map<string, Set<Callback>>();

/** `events.on`: pages of the app hear each other. Answers what `unsubscribe` ends. */
export function listen(event: string, callback: Callback): { unsubscribe: () => void } {
  const all = listeners.get(event) ?? new Set<Callback>();
  listeners.set(event, all.add(callback));
  return { unsubscribe: () => void all.delete(callback) };
}

export function emit(event: string, payload: unknown): void {
  for (const callback of listeners.get(event) ?? []) void callback(payload);
}
