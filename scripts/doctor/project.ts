import { readFileSync } from 'node:fs';
import path from 'node:path';
import { isMap, LineCounter, parseDocument } from 'yaml';
import { asManifest, type Manifest } from '../manifest/manifest';
import { wrong, type Finding } from './finding';

/** What the checks look at. */
export interface Project {
  root: string;
  manifestFile: string;
  manifest: Manifest;
}

/** Reads the manifest of the project in a folder, or says why it cannot be read. */
export function openProject(root: string): Project | Finding {
  const manifestFile = path.join(root, 'manifest.yml');
  let text: string;
  try {
    text = readFileSync(manifestFile, 'utf8');
  } catch {
    return wrong('manifest', `there is no ${manifestFile}`);
  }
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const [error] = document.errors;
  if (error) {
    const { line } = lines.linePos(error.pos[0]);
    const [what = ''] = error.message.split(/ at line |\n/);
    return wrong('manifest', `line ${line} of manifest.yml is no YAML: ${what}`);
  }
  if (!isMap(document.contents))
    return wrong('manifest', 'manifest.yml says nothing: it has no app, no modules');
  return { root, manifestFile, manifest: asManifest(document.toJS()) };
}
