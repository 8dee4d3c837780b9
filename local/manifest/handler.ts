/** Where a function of the manifest stands in the app's code. */
export interface Handler {
  /** The file below `src/`, without its ending, for example `index` or `triggers/people`. */
  file: string;
  /** What that file exports. */
  name: string;
}

/** As Forge's own validator reads it (observed in `@forge/manifest`). */
const HANDLER = /^([\p{Alpha}\d_-]+(?:\/[\p{Alpha}\d_-]+)*)\.([\p{Alpha}\d_-]+)$/u;

/** Reads a `handler` of the manifest, such as `triggers/people.run`; nothing where it is none. */
export function readHandler(text: string): Handler | undefined {
  const [, file, name] = HANDLER.exec(text) ?? [];
  return file === undefined || name === undefined ? undefined : { file, name };
}
