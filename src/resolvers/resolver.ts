import { makeResolver } from '@forge/resolver';
import { refuse } from './answer';

type Invocation = Parameters<ReturnType<typeof makeResolver>>[0];
type Functions = Record<string, (request: never) => Promise<unknown>>;

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
    return resolve(invocation, runtime);
  };
}
