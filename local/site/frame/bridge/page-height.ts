import type { Wire } from './wire';

function heightOfBody(): number {
  const { marginTop, marginBottom } = getComputedStyle(document.body);
  return Math.ceil(document.body.offsetHeight + parseFloat(marginTop) + parseFloat(marginBottom));
}

/** Tells the frame how high the page's content is, so that the iframe grows and shrinks with it. */
export function reportHeight(wire: Wire): void {
  let told = -1;
  const tell = (): void => {
    const height = heightOfBody();
    if (height === told) return;
    told = height;
    void wire.call('height', height);
  };
  new ResizeObserver(tell).observe(document.body);
  tell();
}
