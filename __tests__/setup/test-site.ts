import type { JiraSite } from '../../local/jira';

/** Who is on the small Jira site of the behaviour tests. */
export const PEOPLE = {
  admin: '5b10a2844c20165700ede21a',
  anna: '5b10a2844c20165700ede21b',
  ben: '557058:1a2b3c4d-0000-4000-8000-000000000002',
  chloe: '712020:1a2b3c4d-0000-4000-8000-000000000003',
  /** Never uses the app. */
  noData: '712020:1a2b3c4d-0000-4000-8000-000000000004',
  customer: 'qm:1a2b3c4d-0000-4000-8000-000000000005:6f2e',
  deactivated: '5b10a2844c20165700ede21c',
} as const;

/** Two projects, one of which only Anna and the administrator may browse. */
export const TEST_SITE: JiraSite = {
  host: 'test.atlassian.net',
  people: [
    { accountId: PEOPLE.admin, displayName: 'Ada Admin', isAdmin: true },
    { accountId: PEOPLE.anna, displayName: 'Anna Arber', locale: 'de_DE' },
    { accountId: PEOPLE.ben, displayName: 'Ben Bosson', timeZone: 'America/New_York' },
    { accountId: PEOPLE.chloe, displayName: 'Chloé Conte', locale: 'fr_FR' },
    { accountId: PEOPLE.noData, displayName: 'Nora Nodata' },
    { accountId: PEOPLE.customer, displayName: 'Carl Customer', accountType: 'customer' },
    { accountId: PEOPLE.deactivated, displayName: 'Dora Departed', active: false },
  ],
  projects: [
    { id: '10000', key: 'OPEN', name: 'Open work' },
    { id: '10001', key: 'HID', name: 'Hidden work', browsers: [PEOPLE.admin, PEOPLE.anna] },
  ],
  issues: [
    { id: '20001', key: 'OPEN-1', summary: 'Sort the shelves', project: 'OPEN' },
    { id: '20002', key: 'OPEN-2', summary: 'Paint the door', project: 'OPEN' },
    { id: '20003', key: 'HID-1', summary: 'Plan the surprise', project: 'HID' },
  ],
};
