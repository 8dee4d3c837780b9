import { parseArgs } from 'node:util';

interface Arguments {
  port: number;
  reset: boolean;
  /** A file of time entries to load. */
  data?: string;
  /** Folder of another app to serve. */
  app?: string;
  /** A file of answers to calls of Jira that are not modelled, for that app. */
  jira?: string;
  /** Where to keep everything, when not in `.local/data`. */
  directory?: string;
}

/** What was typed cannot be understood; says why in words. */
export class ArgumentsError extends Error {
  override name = 'ArgumentsError';
}

export const USAGE = `Usage: npm start -- [--port N] [--data FILE] [--reset] [--directory DIR]
       npm start -- --app DIR [--jira FILE] [--port N] [--reset] [--directory DIR]
  --port N         serve on http://127.0.0.1:N (8080 when not said)
  --data FILE      load time entries from an NDJSON file, plain or .gz
  --reset          empty what the site has kept, and begin anew
  --directory DIR  keep everything in DIR (.local/data when not said)
  --app DIR        serve the Forge app in DIR instead of this one, without time entries (kept in .local/apps)
  --jira FILE      answer calls of Jira that are not modelled from FILE, JSON or a module`;

const OPTIONS = {
  port: { type: 'string' },
  data: { type: 'string' },
  reset: { type: 'boolean' },
  directory: { type: 'string' },
  app: { type: 'string' },
  jira: { type: 'string' },
} as const;

const DEFAULT_PORT = 8080;

function readPort(text: string | undefined): number {
  const port = text === undefined ? DEFAULT_PORT : Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new ArgumentsError('--port takes a whole number from 1 to 65535 (or 0 for any free port).');
}

/** Reads what follows the command; throws an ArgumentsError. */
export function readArguments(args: string[]): Arguments {
  let values: Omit<Arguments, 'port' | 'reset'> & { port?: string; reset?: boolean };
  try {
    ({ values } = parseArgs({ args, options: OPTIONS }));
  } catch (error) {
    throw new ArgumentsError(error instanceof Error ? error.message : 'These options are not known.');
  }
  const { port, reset = false, ...paths } = values;
  if (paths.app !== undefined && paths.data !== undefined) {
    throw new ArgumentsError('--data loads time entries into this app: it does not go with --app.');
  }
  if (paths.jira !== undefined && paths.app === undefined) {
    throw new ArgumentsError('--jira gives answers to another app: it goes with --app DIR.');
  }
  return { port: readPort(port), reset, ...paths };
}
