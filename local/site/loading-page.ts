import { createHash } from 'node:crypto';
import { text } from './answers';
import type { LoadingState } from './loading';

/** How often the page asks again, in seconds. */
const REFRESH_SECONDS = 1;
/** For how long a failure is served, so that a page which waits gets to show it, in milliseconds. */
export const FAILURE_SHOWN_MS = 3000;

const STYLE = `
  :root { color-scheme: light dark; font: 14px/20px system-ui, sans-serif; }
  body { min-height: 90vh; display: grid; place-content: center; }
  main { width: min(36rem, 90vw); }
  h1 { font-size: 20px; line-height: 24px; }
  progress { width: 100%; accent-color: #1868db; }
  pre { white-space: pre-wrap; }
`;

const POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
  'img-src data:',
  "frame-ancestors 'none'",
  "form-action 'none'",
  "base-uri 'none'",
].join('; ');

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const escaped = (words: string): string => words.replace(/[&<>]/g, (one) => ENTITIES[one] ?? one);

function progress({ step, share }: LoadingState): string {
  const value = share === undefined ? '' : ` value="${share.toFixed(2)}"`;
  const percent = share === undefined ? '' : ` ${Math.round(share * 100)}&nbsp;%`;
  return `<h1>The site is loading</h1>
<p id="step">${escaped(step)} …${percent}</p>
<progress aria-labelledby="step"${value}></progress>
<p>This page opens the site by itself as soon as its data is there.</p>`;
}

function failed({ step }: LoadingState, failure: string): string {
  return `<h1>The site could not be loaded</h1>
<p>${escaped(step)} failed:</p>
<pre>${escaped(failure)}</pre>
<p>The terminal says the same. Put right what it names, run <code>npm start</code> again, then reload this page.</p>`;
}

/** Answers in place of a page of Jira while data is loaded, and when that has failed. It runs no script. */
export function loadingPage(state: LoadingState): Response {
  const { failure } = state;
  const again = failure === undefined ? `<meta http-equiv="refresh" content="${REFRESH_SECONDS}">` : '';
  const html = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Local Jira: ${failure === undefined ? 'loading' : 'not loaded'}</title>
<link rel="icon" href="data:,">
${again}
<style>${STYLE}</style>
</head>
<body><main>${failure === undefined ? progress(state) : failed(state, failure)}</main></body>
</html>
`;
  const headers = { 'content-security-policy': POLICY, 'referrer-policy': 'same-origin' };
  return text(html, 'text/html; charset=utf-8', headers);
}

/** Is it a browser that opens a page, rather than a script or a tool that wants what it asked for? */
export function opensPage(request: Request): boolean {
  return request.method === 'GET' && (request.headers.get('accept') ?? '').includes('text/html');
}
