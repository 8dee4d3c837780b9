/**
 * Where the site answers: the Jira-like frame on `127.0.0.1`, the app's pages on `localhost`, both on one port.
 * Two host names make two sites in the browser, as Jira and Forge's CDN are: no cookie and no storage is shared.
 */
export interface Addresses {
  port: number;
  frameHost: string;
  frameOrigin: string;
  appHost: string;
  appOrigin: string;
}

export const LOOPBACK = '127.0.0.1';

export function addressesOf(port: number): Addresses {
  const frameHost = `${LOOPBACK}:${port}`;
  const appHost = `localhost:${port}`;
  return { port, frameHost, appHost, frameOrigin: `http://${frameHost}`, appOrigin: `http://${appHost}` };
}
