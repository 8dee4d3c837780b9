/** An address as the manifest declares it. */
type Address = string | { address?: string; remote?: string };

/** `permissions.external` of the manifest, of which only addresses of functions matter here. */
export type External = Readonly<Record<string, unknown>>;

const PLACE = 'permissions.external.fetch.backend';

/** Why a way out of Forge is closed: always, and not because of the manifest alone. */
export function egressRefusal(target: string, external: External): Error {
  if (!URL.canParse(target)) return new Error(`${target} was refused: nothing leaves the local Forge.`);
  const declared = addressesOf(external).some((address) => reaches(address, target));
  const said = declared ? `is declared under ${PLACE}, but` : `is not declared under ${PLACE}, and`;
  return new Error(`${bare(target)} ${said} nothing leaves the local Forge: it was refused.`);
}

/** An address without what may be secret in it. */
export function bare(target: string): string {
  if (!URL.canParse(target)) return target;
  const { protocol, host, pathname } = new URL(target);
  return `${protocol}//${host}${pathname}`;
}

function addressesOf({ fetch = {} }: External): string[] {
  const { backend = [] } = fetch as { backend?: Address[] };
  return backend.flatMap((one) => (typeof one === 'string' ? one : (one.address ?? [])));
}

/** By scheme and host, as `@forge/egress` has it: the path does not count, `*` stands for any beginning. */
function reaches(address: string, target: string): boolean {
  if (address === '*') return true;
  const full = address.includes('://') ? address : `https://${address}`;
  if (!URL.canParse(full)) return false;
  const wanted = new URL(full);
  const url = new URL(target);
  if (wanted.protocol !== url.protocol) return false;
  const host = decodeURIComponent(wanted.hostname);
  return host.startsWith('*') ? url.hostname.endsWith(host.slice(1)) : url.host === wanted.host;
}
