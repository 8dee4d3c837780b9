import { open, type RootDatabase } from 'lmdb';
import type { RowChange } from './installation';
import type { KeptRow, OwnedRow, StoreName } from './types';

/** Installation, store, entity (empty for none) and key. */
type KeptKey = [installationId: string, store: StoreName, entityName: string, key: string];

/** Rows on disk, each call's changes in one transaction and on disk before the call is answered. */
export class Persistence {
  private readonly database: RootDatabase<KeptRow, KeptKey>;

  constructor(directory: string) {
    this.database = open<KeptRow, KeptKey>({ path: directory });
  }

  *rows(): Generator<OwnedRow> {
    for (const { key: kept, value } of this.database.getRange()) {
      const [installationId, store, entityName, key] = kept;
      yield { installationId, row: { ...value, store, entityName: entityName || undefined, key } };
    }
  }

  async commit(installationId: string, changes: readonly RowChange[]): Promise<void> {
    if (changes.length === 0) return;
    await this.database.transaction(() => {
      for (const { space, key, row } of changes) {
        const kept: KeptKey = [installationId, space.store, space.entityName ?? '', key];
        if (!row) this.database.removeSync(kept);
        else {
          const { text, createdAt, updatedAt, expiresAt } = row;
          const times =
            expiresAt === undefined ? { createdAt, updatedAt } : { createdAt, updatedAt, expiresAt };
          this.database.putSync(kept, { text, ...times });
        }
      }
    });
  }

  async empty(installationId: string): Promise<void> {
    await this.database.transaction(() => {
      const first: KeptKey = [installationId, 'entity', '', ''];
      for (const kept of this.database.getKeys({ start: first })) {
        if (kept[0] !== installationId) break;
        this.database.removeSync(kept);
      }
    });
  }

  close(): Promise<void> {
    return this.database.close();
  }
}
