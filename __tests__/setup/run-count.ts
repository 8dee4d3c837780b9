/** How often a property test tries: `few` in `npm test`, `many` in `npm run test:long`. */
export const runCount = (few: number, many: number): number => (process.env['LONG'] === '1' ? many : few);
