import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

const ADDRESS = /\s(?:src|href)\s*=\s*"([^"]*)"/gi;

/** What Forge's content security policy would refuse in a page, or what it would look for in the wrong place. */
export function htmlRules(html: string): string[] {
  const addresses = [...html.matchAll(ADDRESS)].map(([, address = '']) => address);
  const inlineScripts = [...html.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/gi)].filter(
    ([, attributes = '', body = '']) => body.trim() !== '' || !/\ssrc\s*=/i.test(attributes),
  );
  return [
    ...inlineScripts.map(() => 'an inline script'),
    ...(/<style\b/i.test(html) ? ['an inline style sheet'] : []),
    ...(/<[^>]+\sstyle\s*=/i.test(html) ? ['a style attribute'] : []),
    ...(/<[^>]+\son[a-z]+\s*=/i.test(html) ? ['an event handler in an attribute'] : []),
    ...addresses.filter((one) => !one.startsWith('./')).map((one) => `${one} is not relative to the page`),
  ];
}

/** A built page: it is there, the policy lets it run, and all it names is there. */
export function pageRules(folder: string): string[] {
  const file = path.join(folder, 'index.html');
  if (!existsSync(file)) return [`${file} is not built`];
  const html = readFileSync(file, 'utf8');
  const named = [...html.matchAll(ADDRESS)].map(([, address = '']) => path.join(folder, address));
  const missing = named.filter((each) => !existsSync(each) || statSync(each).size === 0);
  return [...htmlRules(html), ...missing.map((each) => `${each} is not there`)];
}
