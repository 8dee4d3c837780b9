/**
 * Writes the JSON Schema of an export from the data map: for the ZIP, and for docs/. A test fails where they differ; this
 * makes them agree again: `node --import tsx scripts/export-schema.ts`.
 */
import { writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { DATA_MAP } from '../src/data-map';
import { exportSchema, SCHEMA_FILES } from './lib/export-schema';

async function main(): Promise<void> {
  const text = JSON.stringify(exportSchema(DATA_MAP), null, 2);
  for (const file of SCHEMA_FILES) {
    const at = new URL(`../${file}`, import.meta.url);
    const style = await resolveConfig(at);
    writeFileSync(at, await format(text, { ...style, parser: 'json' }));
    console.log(`${file}: written.`);
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
