import { createRequire } from 'node:module';

/** The themes Jira loads besides the colours: a page's `data-theme` names one of each kind. */
export const THEME_IDS = ['light', 'dark', 'spacing', 'typography', 'shape', 'motion'] as const;

const packages = createRequire(__filename);

/** The style sheets of Atlassian's design tokens, by file name such as `light.css`. */
export function readThemeFiles(): Map<string, string> {
  const folder = '@atlaskit/tokens/dist/cjs/artifacts/themes';
  return new Map(
    THEME_IDS.map((id) => {
      const theme = packages(`${folder}/atlassian-${id}.js`) as { default: string };
      return [`${id}.css`, theme.default];
    }),
  );
}
