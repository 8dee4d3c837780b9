import ts from 'typescript';

/** What a file says, and how. */
interface Said {
  /** Every string of it. */
  strings: string[];
  /** The beginnings of strings that are put together: `` `refused.${code}` ``. */
  heads: string[];
  /** Messages that are asked for by name, or refused with, with the names of what is given for their arguments. */
  calls: Array<{ file: string; key: string; given: string[] }>;
  /** Words that stand in the code of a page where people would read them. */
  texts: string[];
}

/** Attributes that people read or hear. */
const READ = new Set(['aria-label', 'title', 'placeholder', 'alt', 'label', 'hint', 'description']);

const hasWords = (text: string): boolean => /\p{L}{2}/u.test(text);

/** Words one after the other are a text, unless they are a piece of HTML or CSS, or the name of the app. */
const isText = (text: string): boolean =>
  /\p{L}{2,}[,:]? \p{L}/u.test(text) && !/[<>{]|="|^Privacy Center for Jira$/.test(text);

/** @param file from the root of the project */
export function textsSaid(file: string, code: string): Said {
  const said: Said = { strings: [], heads: [], calls: [], texts: [] };
  const kind = file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const source = ts.createSourceFile(file, code, ts.ScriptTarget.Latest, true, kind);
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node)) {
      said.strings.push(node.text);
      said.calls.push(...refusedWith(file, node));
    }
    if (ts.isTemplateExpression(node)) said.heads.push(...headsOf(node));
    if (ts.isCallExpression(node)) said.calls.push(...callsOf(file, node));
    if (ts.isJsxText(node) && hasWords(node.text)) said.texts.push(`${file}: ${node.text.trim()}`);
    if (ts.isJsxAttribute(node)) said.texts.push(...textOfAttribute(node).map((text) => `${file}: ${text}`));
    if (isInCode(node) && isText(node.text)) said.texts.push(`${file}: ${node.text}`);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return said;
}

/** A string, or a piece of one, that code puts where people might read it: no class, no type, no word for developers. */
function isInCode(node: ts.Node): node is ts.LiteralLikeNode {
  const isPiece = ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node);
  return (isPiece || ts.isStringLiteralLike(node)) && !isFor(node, FOR_NOBODY);
}

const FOR_NOBODY = (around: ts.Node): boolean =>
  (ts.isJsxAttribute(around) && /^class/i.test(around.name.getText())) ||
  (ts.isPropertyAssignment(around) && /^class/i.test(around.name.getText())) ||
  (ts.isNewExpression(around) && /Error$/.test(around.expression.getText())) ||
  (ts.isCallExpression(around) && around.expression.kind === ts.SyntaxKind.SuperKeyword);

const isFor = (node: ts.Node, test: (around: ts.Node) => boolean): boolean =>
  node.parent !== undefined && (test(node.parent) || isFor(node.parent, test));

const headsOf = ({ head }: ts.TemplateExpression): string[] =>
  /^[a-z-]+\./.test(head.text) ? [head.text] : [];

function textOfAttribute({ name, initializer }: ts.JsxAttribute): string[] {
  if (!ts.isIdentifier(name) || !READ.has(name.text)) return [];
  return initializer && ts.isStringLiteral(initializer) && hasWords(initializer.text)
    ? [initializer.text]
    : [];
}

/** The messages of a call of `t`, `rich` or `say`, as far as the code names them. */
function callsOf(file: string, { expression, arguments: [first, second] }: ts.CallExpression): Said['calls'] {
  if (!ts.isIdentifier(expression) || !['t', 'rich', 'say'].includes(expression.text) || first === undefined)
    return [];
  const given = second === undefined ? [] : namesOf(second);
  return given === undefined ? [] : literalsOf(first).map((key) => ({ file, key, given }));
}

/** A message with which functions refuse stands alone, or as the `key` beside its `values`. */
function refusedWith(file: string, node: ts.StringLiteralLike): Said['calls'] {
  if (!file.startsWith('src/') || !/^refused(-admin)?\.[a-z]/.test(node.text)) return [];
  const given = valuesBeside(node);
  return given === undefined ? [] : [{ file, key: node.text, given }];
}

function valuesBeside({ parent }: ts.StringLiteralLike): string[] | undefined {
  if (!ts.isPropertyAssignment(parent) || parent.name.getText() !== 'key') return [];
  const values = parent.parent.properties.find(({ name }) => name?.getText() === 'values');
  if (!values) return [];
  return ts.isPropertyAssignment(values) ? namesOf(values.initializer) : undefined;
}

function literalsOf(node: ts.Expression): string[] {
  if (ts.isStringLiteralLike(node)) return [node.text];
  return ts.isConditionalExpression(node)
    ? [...literalsOf(node.whenTrue), ...literalsOf(node.whenFalse)]
    : [];
}

/** Nothing where they cannot be read from the code. */
function namesOf(node: ts.Expression): string[] | undefined {
  if (!ts.isObjectLiteralExpression(node)) return undefined;
  const names = node.properties.map(({ name }) => (name && ts.isIdentifier(name) ? name.text : undefined));
  return names.every((name) => name !== undefined) ? names.sort() : undefined;
}
