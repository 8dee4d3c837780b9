import ts from 'typescript';

/** A small fault that could be in the code: the text from `start` to `end` of a file reads otherwise. */
export interface Mutant {
  file: string;
  line: number;
  start: number;
  end: number;
  before: string;
  /** The fault, as an expression or, where `statement`, as nothing at all. */
  after: string;
  statement: boolean;
}

const S = ts.SyntaxKind;

/** What an operator is mistaken for. */
const OTHER_OPERATOR: Partial<Record<ts.SyntaxKind, string>> = {
  [S.EqualsEqualsEqualsToken]: '!==',
  [S.ExclamationEqualsEqualsToken]: '===',
  [S.LessThanToken]: '<=',
  [S.LessThanEqualsToken]: '<',
  [S.GreaterThanToken]: '>=',
  [S.GreaterThanEqualsToken]: '>',
  [S.AmpersandAmpersandToken]: '||',
  [S.BarBarToken]: '&&',
  [S.PlusToken]: '-',
  [S.MinusToken]: '+',
  [S.AsteriskToken]: '/',
};

/** Every fault of these kinds in one file: operators, conditions, numbers, lost statements and lost awaits. */
export function mutantsOf(file: string, text: string): Mutant[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true);
  const found: Mutant[] = [];
  const note = (node: ts.Node, after: string, statement = false): void => {
    const start = node.getStart(source);
    const { line } = source.getLineAndCharacterOfPosition(start);
    found.push({
      file,
      line: line + 1,
      start,
      end: node.getEnd(),
      before: node.getText(source),
      after,
      statement,
    });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isTypeNode(node) || ts.isImportDeclaration(node) || ts.isInterfaceDeclaration(node)) return;
    for (const { after, statement } of faultsOf(node, source)) note(node, after, statement);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

interface Fault {
  after: string;
  statement?: true;
}

function faultsOf(node: ts.Node, source: ts.SourceFile): Fault[] {
  const text = (part: ts.Node): string => part.getText(source);
  if (ts.isExpressionStatement(node)) return [{ after: '', statement: true }];
  if (ts.isAwaitExpression(node)) return [{ after: text(node.expression) }];
  if (ts.isBinaryExpression(node)) return operatorFault(node, text);
  if (ts.isConditionalExpression(node))
    return [{ after: text(node.whenTrue) }, { after: text(node.whenFalse) }];
  if (isCondition(node)) return [{ after: 'true' }, { after: 'false' }];
  return isOfType(node) ? [] : valueFault(node, text(node));
}

function operatorFault(node: ts.BinaryExpression, text: (part: ts.Node) => string): Fault[] {
  const other = OTHER_OPERATOR[node.operatorToken.kind];
  if (other === undefined || isText(node)) return [];
  return [{ after: `${text(node.left)} ${other} ${text(node.right)}` }];
}

function valueFault(node: ts.Node, text: string): Fault[] {
  if (ts.isPrefixUnaryExpression(node) && node.operator === S.ExclamationToken)
    return [{ after: text.slice(1) }];
  if (ts.isNumericLiteral(node)) return [{ after: otherNumber(text) }];
  if (node.kind === S.TrueKeyword) return [{ after: 'false' }];
  return node.kind === S.FalseKeyword ? [{ after: 'true' }] : [];
}

/** A small number is one more; a large one lost its last digit: a millisecond or a row more would be no fault. */
function otherNumber(text: string): string {
  const number = Number(text.replaceAll('_', ''));
  return number < 10 ? `${text} + 1` : String(Math.floor(number / 10));
}

/** Words that are put together are no sums. */
const isText = ({ left, right }: ts.BinaryExpression): boolean =>
  [left, right].some((side) => ts.isStringLiteralLike(side) || ts.isTemplateExpression(side)) ||
  [left, right].some((side) => ts.isBinaryExpression(side) && isText(side));

const isCondition = (node: ts.Node): boolean =>
  node.parent !== undefined && ts.isIfStatement(node.parent) && node.parent.expression === node;

/** A literal that is a type, or the name of a property. */
const isOfType = ({ parent }: ts.Node): boolean => parent !== undefined && ts.isLiteralTypeNode(parent);
