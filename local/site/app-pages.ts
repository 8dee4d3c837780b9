import { readFile, realpath } from 'node:fs/promises';
import path from 'node:path';
import type { Addresses } from './addresses';
import { refusal, text } from './answers';
import { contentPolicy, readPermissions } from './content-policy';
import type { FrameAssets } from './frame-assets';

interface AppPagesOptions {
  root: string;
  manifestFile: string;
  resources: { key: string; path: string }[];
  addresses: Addresses;
  assets: FrameAssets;
}

const TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** Where Forge's own script and the theme files stand, on the app's host as on the frame's. */
export const FORGE_FOLDER = '/_forge/';

/** Puts the bridge before everything else in the page, as a file: no inline script is allowed. */
export function withBridge(html: string, frameOrigin: string): string {
  const script = `<script src="${FORGE_FOLDER}bridge.js" data-frame="${frameOrigin}"></script>`;
  const head = /<head(\s[^>]*)?>/i.exec(html);
  if (!head) return script + html;
  const end = head.index + head[0].length;
  return html.slice(0, end) + script + html.slice(end);
}

function inside(folder: string, name: string): string | undefined {
  const file = path.resolve(folder, name);
  return file.startsWith(folder + path.sep) ? file : undefined;
}

/** Answers for the app's host: the built pages under the production policy, with the bridge put in. */
export function appPages(options: AppPagesOptions): (request: Request) => Promise<Response> {
  const { root, resources, addresses, assets } = options;
  const folders = new Map(resources.map((one) => [one.key, path.resolve(root, one.path)]));

  const page = async (file: string): Promise<Response> => {
    const html = await readFile(file, 'utf8');
    const policy = contentPolicy(html, readPermissions(options.manifestFile), addresses);
    const body = withBridge(html, addresses.frameOrigin);
    return text(body, 'text/html; charset=utf-8', { 'content-security-policy': policy });
  };

  const asset = async (file: string): Promise<Response> => {
    const type = TYPES[path.extname(file)] ?? 'application/octet-stream';
    return text(await readFile(file), type, { 'cross-origin-resource-policy': 'cross-origin' });
  };

  /** Forge gets files and no links: one that leads out of the folder is not there. */
  const isWithin = async (folder: string, file: string): Promise<boolean> =>
    (await realpath(file)).startsWith((await realpath(folder)) + path.sep);

  return async (request) => {
    if (request.headers.get('sec-fetch-dest') === 'document') return Response.redirect(addresses.frameOrigin);
    const { pathname } = new URL(request.url);
    if (pathname.startsWith(FORGE_FOLDER)) return assets.answer(pathname.slice(FORGE_FOLDER.length));
    const [key = '', ...rest] = decodeURIComponent(pathname).slice(1).split('/');
    const folder = folders.get(key);
    const file = folder && inside(folder, rest.join('/') || 'index.html');
    if (!folder || !file) return refusal(404, 'No resource of the manifest has this name.');
    try {
      if (!(await isWithin(folder, file))) return refusal(404, 'This file leads out of its resource.');
      return await (file.endsWith('.html') ? page(file) : asset(file));
    } catch {
      return refusal(404, 'This file is not there. Has the page been built?');
    }
  };
}
