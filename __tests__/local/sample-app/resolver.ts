import Resolver from '@forge/resolver';
import type { AppFunction, LocalForge } from '../../../local/forge';
import { PEOPLE } from '../../setup/test-site';

export interface ResolverRequest {
  payload: Record<string, unknown>;
  context: Record<string, unknown>;
}

/** The sample app's `resolver` function with these definitions, made with the real @forge/resolver. */
export function resolverOf(functions: Record<string, (request: ResolverRequest) => unknown>): {
  resolver: AppFunction;
} {
  const resolver = new Resolver();
  for (const [key, call] of Object.entries(functions)) resolver.define(key, call);
  return { resolver: resolver.getDefinitions() as AppFunction };
}

/** Calls a resolver function from the panel as Anna. */
export function callAsAnna(forge: LocalForge, functionKey: string, payload?: unknown): Promise<unknown> {
  return forge.invoke({ moduleKey: 'panel', accountId: PEOPLE.anna, functionKey, payload });
}
