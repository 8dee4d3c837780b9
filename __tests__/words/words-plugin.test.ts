import { wordsPlugin } from '../../scripts/lib/words-plugin.mjs';

/** The keys that a page brings in English whose only module is this. */
function keysOf(code: string, answered?: string[]): string[] {
  const plugin = wordsPlugin(answered);
  const { transform, generateBundle } = plugin as unknown as {
    transform: (code: string, id: string) => void;
    generateBundle: (this: { emitFile: (file: { fileName: string; source: string }) => void }) => void;
  };
  transform(code, '/app/static/page/page.tsx');
  let english = '{}';
  generateBundle.call({
    emitFile: ({ fileName, source }) => {
      if (fileName === 'words/en.json') english = source;
    },
  });
  return Object.keys(JSON.parse(english) as object).sort();
}

describe('A page brings', () => {
  it('the messages that it names, and no others', () => {
    expect(keysOf('t(\'common.save\') + rich("common.cancel")')).toEqual(['common.cancel', 'common.save']);
  });

  it('every message whose key begins as one that is put together', () => {
    expect(keysOf('t(`export.note-${note}`)')).toEqual([
      'export.note-begun-again',
      'export.note-pausing',
      'export.note-retrying',
    ]);
    expect(keysOf('t(`export.file-${what}-of`)')).toContain('export.file-data-part-of');
  });

  it('a whole area where the key is put together after its name', () => {
    expect(keysOf('t(`time.${name}`)').length).toBeGreaterThan(10);
    expect(keysOf('t(`time.${name}`)').filter((key) => !key.startsWith('time.'))).toEqual([]);
  });

  it('the refusals of functions, which it need not name', () => {
    const keys = keysOf('t("common.save")', ['refused.']);
    expect(keys).toEqual(expect.arrayContaining(['common.save', 'refused.busy', 'refused.entry-gone']));
    expect(keys.filter((key) => key.startsWith('refused-admin.'))).toEqual([]);
  });
});
