import { send, type SampleSite } from './sample-site';

export interface ListedPerson {
  accountId: string;
  displayName: string;
  kind: string;
}

/** Speaks to the control API as one browser does: it keeps its cookie. */
export interface ControlClient {
  read<T>(path: string): Promise<T>;
  change(path: string, body: unknown): Promise<{ status: number; value: Record<string, unknown> }>;
  oneOf(kind: string): Promise<ListedPerson>;
  /** Takes this as its cookie, as a browser does that was tampered with. */
  useCookie(cookie: string): void;
}

export function controlClient(sample: () => SampleSite): ControlClient {
  let cookie = '';
  const read = async <T>(path: string): Promise<T> =>
    JSON.parse((await send(sample().site, `/__local${path}`, { headers: { cookie } })).body) as T;
  return {
    read,
    change: async (path, body) => {
      const headers = { 'content-type': 'application/json', cookie };
      const sent = { method: 'POST', headers, body: JSON.stringify(body) };
      const answer = await send(sample().site, `/__local${path}`, sent);
      const set = answer.headers['set-cookie']?.[0];
      if (set !== undefined) cookie = set.split(';')[0] ?? '';
      return { status: answer.status, value: JSON.parse(answer.body) as Record<string, unknown> };
    },
    oneOf: async (kind) => {
      const { people } = await read<{ people: ListedPerson[] }>('/people');
      const found = people.find((person) => person.kind === kind);
      if (!found) throw new Error(`There is no ${kind}.`);
      return found;
    },
    useCookie: (value) => {
      cookie = value;
    },
  };
}
