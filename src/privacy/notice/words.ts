export const VENDOR = { name: 'Cappsule Sàrl', contact: 'security@cappsule.io' } as const;
/** Date of the vendor's privacy policy that the app puts into practice. */
export const POLICY_DATE = '2025-10-04';

/** Where statements come from that no test of the app can prove. */
export const SOURCES = {
  policy: 'Cappsule’s privacy policy of 4 October 2025',
  transfers: 'Atlassian’s data transfer impact assessment, read in November 2026',
  forge: 'Atlassian’s Forge data processing addendum, read in November 2026',
  platform: 'Atlassian’s Forge documentation, read in November 2026',
  gdpr: 'the General Data Protection Regulation, as in force in November 2026',
  organisation: 'Cappsule, and your organisation can tell you more',
} as const;
