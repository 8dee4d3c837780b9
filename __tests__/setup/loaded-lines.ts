import type { LocalForge } from '../../local/forge';
import type { AuditLine } from '../../src/privacy/data-sets/audit';
import type { Person } from '../../src/privacy/data-sets/registration';

/**
 * Puts as many lines into the audit log as if the person had restricted and lifted again and again, a second each,
 * beginning now.
 */
export async function loadOwnLines(forge: LocalForge, accountId: string, lines: number): Promise<void> {
  const { storageId } = forge.installations.get();
  const row = forge.storage
    .dump(storageId)
    .find(({ entityName, key }) => entityName === 'person' && key === accountId);
  const subject = (row?.value as Person).token;
  const from = forge.clock.now();
  await forge.storage.load(
    storageId,
    Array.from({ length: lines }, (_, n) => {
      const position = `${new Date(from + n * 1000).toISOString()}#own-line-${String(n).padStart(10, '0')}`;
      const event = n % 2 === 0 ? 'restriction-set' : 'restriction-lifted';
      const value: AuditLine = { event, role: 'person', subject, position };
      return { store: 'entity', entityName: 'audit', key: position, value } as const;
    }),
  );
}
