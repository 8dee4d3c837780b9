import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { promisify } from 'node:util';
import { answerWebTrigger } from '../../local/site/web-trigger-door';
import { PEOPLE } from '../setup/test-site';
import { useForge } from '../setup/use-forge';

const app = useForge({ startAt: Date.now() });
const text = readFileSync(path.join(__dirname, '../../docs/webhook.md'), 'utf8');
const exampleIn = (language: string): string =>
  new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``).exec(text)?.[1] ?? '';
const run = promisify(execFile);
let server: Server;

async function bodyOf(incoming: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

/** The key stands for the address, since that of Forge leads out of this machine. */
async function answer(incoming: IncomingMessage): Promise<Response> {
  const body = await bodyOf(incoming);
  const headers = Object.entries(incoming.headers) as Array<[string, string]>;
  const request = new Request('http://127.0.0.1/public/hook', { method: 'POST', headers, body });
  const byKey = {
    webTrigger: (_: string, asked: never) => app.forge.webTrigger('personal-data-webhook', asked),
  };
  return answerWebTrigger(request, byKey as never);
}

beforeEach(async () => {
  server = createServer((incoming, outgoing) => {
    void answer(incoming).then(async (response) =>
      outgoing.writeHead(response.status).end(await response.text()),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});

afterEach(() => new Promise((resolve) => server.close(resolve)));

test.each([
  ['sh', 'sh', ['-c']],
  ['js', process.execPath, ['--input-type=module', '--eval']],
])('the example in %s of docs/webhook.md is accepted once', async (language, command, flags) => {
  await app.person(PEOPLE.anna).log('2026-02-27');
  const { secret } = await app.person(PEOPLE.admin).admin('enableWebhook');
  const { port } = server.address() as AddressInfo;
  const env = { ...process.env, WEBHOOK_URL: `http://127.0.0.1:${port}/`, WEBHOOK_SECRET: secret };
  const send = async () => (await run(command, [...flags, exampleIn(language)], { env })).stdout.trim();
  expect(await send()).toBe('{"answer":"accepted"}');
  expect(await send()).toBe('{"answer":"duplicate"}');
});
