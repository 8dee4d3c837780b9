import { performance } from 'node:perf_hooks';
import type { LocalForge } from '../local/forge';

/** What something cost: calls of Forge storage by what they do, and real time on this machine. */
export interface Cost {
  /** Deletions of up to 25 records, transactions, single writes. */
  writes: number;
  /** Pages of up to 100 rows of a query. */
  pages: number;
  /** Strict reads of up to 25 records. */
  reads: number;
  invocations: number;
  realMs: number;
}

const KINDS = { writes: /set$|delete$|^transaction$/, pages: /query$/, reads: /get$/ };
/** What a call of storage is taken to last, for the functions' time. */
const CALL_MS = 20;

/** Begins to count; calling what it gives says what there was since then. */
export function costSince(forge: LocalForge): () => Cost {
  const { storageId } = forge.installations.get();
  forge.storage.resetUsage(storageId);
  const began = performance.now();
  const invocations = forge.invocations.count();
  return () => {
    const calls = Object.entries(forge.storage.usage(storageId).calls);
    const sum = (kind: RegExp): number =>
      calls.filter(([path]) => kind.test(path)).reduce((all, [, count]) => all + count, 0);
    return {
      writes: sum(KINDS.writes),
      pages: sum(KINDS.pages),
      reads: sum(KINDS.reads),
      invocations: forge.invocations.count() - invocations,
      realMs: performance.now() - began,
    };
  };
}

/** A Markdown table of what things cost. */
export function costTable(rows: ReadonlyArray<readonly [what: string, cost: Cost]>): string {
  const head = [
    '| what | writes | pages | strict reads | invocations | functions at 20 ms a call | here |',
    '| --- | --: | --: | --: | --: | --: | --: |',
  ];
  const lines = rows.map(([what, { writes, pages, reads, invocations, realMs }]) => {
    const modelled = ((writes + pages + reads) * CALL_MS) / 1000;
    const cells = [
      what,
      writes,
      pages,
      reads,
      invocations,
      `${modelled.toFixed(1)} s`,
      `${(realMs / 1000).toFixed(2)} s`,
    ];
    return `| ${cells.join(' | ')} |`;
  });
  return [...head, ...lines].join('\n');
}
