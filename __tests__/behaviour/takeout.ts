import { jsonChunks } from '../../static/shared/export/json';
import { joinParts, type ExportedPart } from '../../static/shared/export/exported-data';
import { readExport, type ReadExport } from '../../static/shared/export/read-export';
import { failure } from '../../static/shared/failure';
import { planImport, type ImportPlan } from '../../static/my-data/transfer/plan-import';
import { nothingImported, runImport, type ImportOutcome } from '../../static/my-data/transfer/run-import';
import type { LocalForge } from '../../local/forge';
import { everythingOf } from '../static/export/generated-parts';
import { personOf } from './person';

/** What somebody's browser does with their export: makes it, reads it again, and takes it in. */
export interface Takeout {
  export(): Promise<ReadExport>;
  plan(file: ReadExport): Promise<ImportPlan>;
  /** `send` fails without an answer where the function dies. */
  run(plan: ImportPlan): Promise<ImportOutcome>;
}

export function takeoutOf(forge: LocalForge, accountId: string): Takeout {
  const person = personOf(forge, accountId);
  const everyPage = async () => {
    let parts: ExportedPart[] = [];
    let after: string | undefined;
    for (;;) {
      const page = await person.user('exportPage', after === undefined ? {} : { after });
      parts = joinParts(parts, page.parts);
      if (page.next === undefined) return { ...page, parts };
      after = page.next;
    }
  };
  const makeExport = async (): Promise<ReadExport> => {
    const { parts, schemaVersion } = await everyPage();
    const { version: noticeVersion } = await person.user('getNotice');
    const exportedAt = new Date(forge.clock.now()).toISOString();
    const given = { schemaVersion, noticeVersion, exportedAt, subject: { accountId } };
    const text = [...jsonChunks({ ...given, ...everythingOf, dataSets: parts })].join('');
    const read = readExport(text, accountId);
    if ('problem' in read) throw new Error(read.problem);
    return read;
  };
  return {
    export: makeExport,
    plan: async (file) => {
      const rules = await person.user('getImportRules');
      const ids = file.entries.map(({ issueId }) => issueId);
      return planImport({
        accountId,
        file,
        existing: (await makeExport()).entries,
        rules,
        today: rules.now.slice(0, 10),
        workItems: { here: new Map(ids.map((id) => [id, id])), visible: new Set(ids) },
      });
    },
    run: (plan) =>
      runImport(plan.rows, nothingImported, {
        send: (request) => person.user('importEntries', request).catch(() => failure('no answer')),
        timezoneOffset: 0,
        signal: new AbortController().signal,
        onProgress: () => undefined,
      }),
  };
}
