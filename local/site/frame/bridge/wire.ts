/** Values that cross between an app page and the frame; functions cross as numbers and are called back by them. */
type Callable = (...args: unknown[]) => unknown;

interface Call {
  kind: 'call';
  id: number;
  /** A command of the other side, or one of its functions by number. */
  target: string | number;
  args: unknown[];
}

interface Answer {
  kind: 'answer';
  id: number;
  value?: unknown;
  /** Message of what was thrown. */
  threw?: string;
}

/** One end of the line between a page and the frame. */
export interface Wire {
  /** Runs a command on the other side; rejects with what that side threw. */
  call(command: string, ...args: unknown[]): Promise<unknown>;
  close(): void;
}

const FUNCTION_MARK = '__localForgeFunction';

/** An object of braces, of this realm or another: nothing stands between it and the root of all objects. */
function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

/** A copy in which every function or mark is replaced; other than plain objects pass as they are. */
function replace(value: unknown, change: (leaf: unknown) => unknown): unknown {
  const changed = change(value);
  if (changed !== value) return changed;
  if (Array.isArray(value)) return value.map((one) => replace(one, change));
  if (typeof value !== 'object' || value === null || !isPlain(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, replace(inner, change)]));
}

function markedNumber(value: unknown): number | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const mark = (value as Record<string, unknown>)[FUNCTION_MARK];
  return typeof mark === 'number' ? mark : undefined;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Opens one end on a message port; `handle` carries out the other side's commands. */
export function openWire(port: MessagePort, handle: (command: string, args: unknown[]) => unknown): Wire {
  const functions: Callable[] = [];
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  let calls = 0;

  const send = (target: string | number, args: unknown[]): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const id = ++calls;
      waiting.set(id, { resolve, reject });
      port.postMessage({ kind: 'call', id, target, args: pack(args) as unknown[] } satisfies Call);
    });
  const pack = (value: unknown): unknown =>
    replace(value, (leaf) =>
      typeof leaf === 'function' ? { [FUNCTION_MARK]: functions.push(leaf as Callable) - 1 } : leaf,
    );
  const unpack = (value: unknown): unknown =>
    replace(value, (leaf) => {
      const number = markedNumber(leaf);
      return number === undefined ? leaf : (...args: unknown[]) => send(number, args);
    });
  const carryOut = (call: Call): unknown => {
    const args = unpack(call.args) as unknown[];
    return typeof call.target === 'string' ? handle(call.target, args) : functions[call.target]?.(...args);
  };
  const answer = async (call: Call): Promise<void> => {
    try {
      const value = pack(await carryOut(call));
      port.postMessage({ kind: 'answer', id: call.id, value } satisfies Answer);
    } catch (error) {
      port.postMessage({ kind: 'answer', id: call.id, threw: messageOf(error) } satisfies Answer);
    }
  };
  const settle = ({ id, value, threw }: Answer): void => {
    const call = waiting.get(id);
    waiting.delete(id);
    if (threw === undefined) call?.resolve(unpack(value));
    else call?.reject(new Error(threw));
  };

  port.onmessage = ({ data }: MessageEvent<Call | Answer>) => {
    if (data.kind === 'call') void answer(data);
    else settle(data);
  };
  return { call: (command, ...args) => send(command, args), close: () => port.close() };
}
