import { Children, isValidElement, type ReactElement, type ReactNode } from 'react';

type Drawn = ReactElement<Record<string, unknown>>;

/** All elements of what a component drew, those inside others after them. */
export function elementsIn(node: ReactNode): Drawn[] {
  return Children.toArray(node).flatMap((one) =>
    isValidElement<Record<string, unknown>>(one)
      ? [one, ...elementsIn(one.props['children'] as ReactNode)]
      : [],
  );
}

/** The first element that has such a prop. */
export const withProp = (node: ReactNode, name: string): Drawn | undefined =>
  elementsIn(node).find(({ props }) => name in props);

/** Does what the first element with such a handler does. */
export function handle(node: ReactNode, name: string, ...given: unknown[]): unknown {
  const handler = withProp(node, name)?.props[name] as ((...args: unknown[]) => unknown) | undefined;
  if (!handler) throw new Error(`Nothing has ${name}`);
  return handler(...given);
}

/** An event of a form that is sent, or of a field in which this stands. */
export const eventOf = (value = '') => ({ preventDefault: () => {}, target: { value, checked: true } });
