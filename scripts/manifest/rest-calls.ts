import ts from 'typescript';
import { parsed, sourceFiles, walk } from './app-code';

export interface RestCall {
  file: string;
  /** Without the query; what is filled in reads `{}`. */
  path: string;
}

/** The text of a string or template, what is filled in as `{}`; nothing for anything else. */
function textIn(node: ts.Node): string | undefined {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return undefined;
  return node.head.text + node.templateSpans.map(({ literal }) => `{}${literal.text}`).join('');
}

function callsIn(file: string): RestCall[] {
  const calls: RestCall[] = [];
  walk(parsed(file), (node) => {
    const text = textIn(node);
    if (text && /^\/(rest|app)\//.test(text)) calls.push({ file, path: text.replace(/\?.*$/s, '') });
  });
  return calls;
}

/** Every address of Atlassian's that the code below these folders names. */
export const restCalls = (...folders: string[]): RestCall[] => folders.flatMap(sourceFiles).flatMap(callsIn);
