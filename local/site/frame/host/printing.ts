const frames = (): NodeListOf<HTMLIFrameElement> => document.querySelectorAll('iframe.app-frame');

/** On paper an app's page stays as wide as on the screen, since it is only known how high that makes it. */
export function keepWidthInPrint(): void {
  addEventListener('beforeprint', () =>
    frames().forEach((frame) => {
      frame.style.width = `${frame.clientWidth}px`;
    }),
  );
  addEventListener('afterprint', () =>
    frames().forEach((frame) => {
      frame.style.width = '';
    }),
  );
}
