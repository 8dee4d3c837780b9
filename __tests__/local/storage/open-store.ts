import {
  openStorage,
  type LocalStorage,
  type StorageManifest,
  type StorageSettings,
} from '../../../local/storage';

/** Two entities that have an index of every kind and an attribute of every type. */
export const MANIFEST: StorageManifest = {
  entities: [
    {
      name: 'employee',
      attributes: {
        surname: { type: 'string' },
        age: { type: 'integer' },
        height: { type: 'float' },
        remote: { type: 'boolean' },
        country: { type: 'string' },
        notes: { type: 'any' },
      },
      indexes: [
        'surname',
        { name: 'by-age', range: ['age'] },
        { name: 'by-height', range: ['height'] },
        { name: 'by-remote', range: ['remote'] },
        { name: 'by-country-and-age', partition: ['country'], range: ['age'] },
        { name: 'by-country-and-remote', partition: ['country', 'remote'], range: ['surname'] },
      ],
    },
    { name: 'author', attributes: { surname: { type: 'string' } } },
  ],
};

export const START = Date.UTC(2026, 2, 1, 12, 0, 0);

/** A storage with a clock that moves only when told to. */
export interface Store {
  storage: LocalStorage;
  wait: (ms: number) => void;
  now: () => number;
  /** One call as it goes over the wire: status and parsed answer. */
  call: (path: string, body: unknown, installationId?: string) => Promise<Answer>;
}

export interface Answer {
  status: number;
  body: {
    code?: string;
    message?: string;
    key?: string;
    value?: unknown;
    data?: { key: string; value: unknown; expireTime?: string }[];
    cursor?: string;
    successfulKeys?: { key: string; entityName?: string; value?: unknown }[];
    failedKeys?: { key: string; entityName?: string; error: { code: string; message: string } }[];
  };
}

export const SITE = 'installation-1';

export async function openStore(
  settings: Partial<StorageSettings> = {},
  directory?: string,
  random?: () => number,
): Promise<Store> {
  let time = START;
  const now = (): number => time;
  const kept = directory === undefined ? {} : { directory };
  const drawn = random === undefined ? {} : { random };
  const storage = await openStorage({ manifest: MANIFEST, now, settings, ...kept, ...drawn });
  return {
    storage,
    now,
    wait: (ms) => {
      time += ms;
    },
    call: async (path, body, installationId = SITE) => {
      const response = await storage.handle(installationId, `/api/v1/${path}`, JSON.stringify(body));
      const text = await response.text();
      return { status: response.status, body: (text === '' ? {} : JSON.parse(text)) as Answer['body'] };
    },
  };
}

export const setEmployee = (store: Store, key: string, value: object): Promise<Answer> =>
  store.call('entity/set', { entityName: 'employee', key, value });

/** The keys that a query lists, page after page. */
export async function listKeys(store: Store, query: object): Promise<string[]> {
  const keys: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await store.call('entity/query', {
      entityName: 'employee',
      ...query,
      ...(cursor && { cursor }),
    });
    expect(page.status).toBe(200);
    keys.push(...(page.body.data ?? []).map(({ key }) => key));
    cursor = page.body.cursor;
  } while (cursor !== undefined);
  return keys;
}
