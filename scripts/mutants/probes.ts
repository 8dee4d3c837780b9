import ts from 'typescript';

/** A place in the code that a test may come by: a function, or a file's top level, named so that changes elsewhere leave it its name. */
interface Place {
  name: string;
  /** Of the body. */
  start: number;
  end: number;
  isBlock: boolean;
}

/** Notes each place once for each test file. A declaration, since constants come by it. */
const PROBE = `
function __r(place: string): void {
  const seen = ((globalThis as any).__placesSeen ??= new Set());
  if (seen.has(place)) return;
  seen.add(place);
  const test = (globalThis as any).expect?.getState?.().testPath;
  if (test) require('node:fs').appendFileSync(process.env['MUTANT_HITS'], place + '\\t' + test + '\\n');
}
`;

/** The text with a probe in each function and one for the file itself. */
export function probed(file: string, text: string): string {
  const insertions = placesIn(file, text).flatMap(({ name, start, end, isBlock }) =>
    isBlock
      ? [{ at: start + 1, text: ` __r('${name}');` }]
      : [
          { at: start, text: `(__r('${name}'), ` },
          { at: end, text: ')' },
        ],
  );
  const whole = insertions
    .sort((one, other) => other.at - one.at)
    .reduce((sum, { at, text: probe }) => sum.slice(0, at) + probe + sum.slice(at), text);
  return `${whole}\n__r('${file}');\n${PROBE}`;
}

/** The name of the innermost place around an offset of the file. */
export function placeAt(file: string, text: string, offset: number): string {
  const around = placesIn(file, text).filter(({ start, end }) => start <= offset && offset < end);
  const innermost = around.sort((one, other) => one.end - one.start - (other.end - other.start))[0];
  return innermost?.name ?? file;
}

function placesIn(file: string, text: string): Place[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true);
  return source.statements.flatMap((statement) => {
    const bodies = bodiesIn(statement);
    const declared = nameOf(statement);
    return bodies.map((body, at) => ({
      name: `${file}#${declared}/${at}`,
      start: body.getStart(source),
      end: body.getEnd(),
      isBlock: ts.isBlock(body),
    }));
  });
}

function bodiesIn(node: ts.Node): ts.Node[] {
  const own = ts.isFunctionLike(node) && 'body' in node && node.body ? [node.body as ts.Node] : [];
  const inner: ts.Node[] = [];
  ts.forEachChild(node, (child) => void inner.push(...bodiesIn(child)));
  return [...own, ...inner];
}

function nameOf(statement: ts.Statement): string {
  if (ts.isVariableStatement(statement))
    return statement.declarationList.declarations[0]?.name.getText() ?? '';
  const { name } = statement as { name?: ts.Node };
  return name?.getText() ?? '';
}
