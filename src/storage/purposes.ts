/** What data about people is used for. The organisation that runs the site says on which legal basis. */
export const PURPOSES = [
  'time-recording',
  'requests',
  'correction',
  'legal-duty',
  'incident',
  'proof',
  'departures',
  'totals',
] as const;
export type Purpose = (typeof PURPOSES)[number];
