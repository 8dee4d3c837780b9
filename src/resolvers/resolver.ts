import { makeResolver } from '@forge/resolver';
import { asRead, refuse } from './answer';

type Invocation = Parameters<ReturnType<typeof makeResolver>>[0];
type Functions = Record<string, (request: never) => Promise<unknown>>;

/** A name that begins so promises to change nothing. */
const READS = /^(get|list|export|preview|check)/;

/**
 * The resolver of a module. `@forge/resolver` looks names up along the prototype and quotes unknown ones in its error;
 * so a name that the contract does not have is refused before it gets there.
 */
export function resolverOf(functions: Functions) {
  const resolve = makeResolver(functions as never);
  return async (invocation: Invocation, runtime?: Record<string, unknown>): Promise<unknown> => {
    const name: unknown = invocation.call.functionKey;
    if (typeof name !== 'string' || !Object.hasOwn(functions, name))
      return refuse('NOT_FOUND', 'This app has no such function. Nothing was changed; reload the page.');
    const answer: unknown = await resolve(invocation, runtime);
    return READS.test(name) ? asRead(answer) : answer;
  };
}
