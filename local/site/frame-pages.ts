import type { Addresses } from './addresses';
import { FORGE_FOLDER } from './app-pages';
import { refusal, text } from './answers';
import type { FrameAssets } from './frame-assets';
import { THEME_IDS } from './theme-files';

const ICON =
  "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24'><rect width='24' height='24' rx='6' fill='#1868DB'/>" +
  "<path d='M7 12.5l3.5 3.5L17 8.5' fill='none' stroke='#fff' stroke-width='2.4'/></svg>";

function shell(): string {
  const themes = THEME_IDS.map((id) => `<link rel="stylesheet" href="${FORGE_FOLDER}themes/${id}.css">`).join(
    '\n',
  );
  return `<!doctype html>
<html lang="en" data-color-mode="light">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Local Jira</title>
<link rel="icon" href="/favicon.svg" type="image/svg+xml">
${themes}
<link rel="stylesheet" href="${FORGE_FOLDER}frame.css">
</head>
<body>
<script src="${FORGE_FOLDER}frame.js"></script>
</body>
</html>
`;
}

/** The frame's own policy: nothing inline, nothing from elsewhere, and only the app's host in its iframes. */
function policy({ appOrigin }: Addresses): string {
  return [
    "default-src 'self'",
    `img-src 'self' ${appOrigin}`,
    // Firefox and WebKit ask it about a file that a page in the frame offers as a `blob:`.
    `frame-src ${appOrigin} blob:`,
    "frame-ancestors 'none'",
    "form-action 'none'",
    "base-uri 'none'",
  ].join('; ');
}

/** Answers for the frame's host: its files, and the same shell for every page of Jira. */
export function framePages(assets: FrameAssets, addresses: Addresses): (request: Request) => Response {
  const html = shell();
  const headers = { 'content-security-policy': policy(addresses), 'referrer-policy': 'same-origin' };
  return (request) => {
    const { pathname } = new URL(request.url);
    if (request.method !== 'GET' && request.method !== 'HEAD') return refusal(405, 'Pages are only read.');
    if (pathname === '/favicon.svg' || pathname === '/favicon.ico') return text(ICON, 'image/svg+xml');
    if (pathname.startsWith(FORGE_FOLDER)) return assets.answer(pathname.slice(FORGE_FOLDER.length));
    return text(html, 'text/html; charset=utf-8', headers);
  };
}
