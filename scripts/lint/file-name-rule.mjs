import path from 'node:path';

const KEBAB_CASE = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9-]+)*$/;

/** One concept a file, named in kebab-case. @type {import('eslint').Rule.RuleModule} */
export const fileNameRule = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      shape: 'A file is named in kebab-case: {{name}} is not.',
      vague: '{{name}} says nothing of what is in it: name it after its concept.',
    },
  },
  create(context) {
    return {
      Program(node) {
        const name = path.basename(context.filename);
        if (!KEBAB_CASE.test(name)) context.report({ node, messageId: 'shape', data: { name } });
        if (/^(utils?|helpers?|misc|common)\./.test(name)) {
          context.report({ node, messageId: 'vague', data: { name } });
        }
      },
    };
  },
};
