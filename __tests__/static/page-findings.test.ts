import { requestJira, router } from '@forge/bridge';
import type { SiteAssumption, SiteFinding } from '../../src/contract';
import { ASSUMPTIONS } from '../../src/platform-check/assumptions';
import { pageFindings } from '../../static/admin/get-started/site-check/page-findings';

jest.mock('@forge/bridge', () => ({ requestJira: jest.fn(), router: { getUrl: jest.fn() } }));

const asked = jest.mocked(requestJira);
const addressOf = jest.mocked(router.getUrl);
const OF_JIRA: SiteAssumption[] = ASSUMPTIONS.filter(
  ({ id }) => id === 'administrator' || id === 'my-data-address',
);

const permission = (havePermission: unknown) =>
  new Response(JSON.stringify({ permissions: { ADMINISTER: { havePermission } } }));

/** What the page finds where Jira answers so; the function has let the viewer in. */
async function found(answer: () => Promise<Response>, address: () => Promise<URL | null>) {
  asked.mockImplementation(answer);
  addressOf.mockImplementation(address);
  const findings = await pageFindings(OF_JIRA);
  const isKnown = ({ id, outcome }: SiteFinding) =>
    OF_JIRA.some((one) => one.id === id && Object.hasOwn(one.outcomes, outcome));
  expect(findings.filter((finding) => !isKnown(finding))).toEqual([]);
  return findings.map(({ outcome }) => outcome);
}

const url = async () => new URL('https://test.atlassian.net/my-data');
const nothing = async () => Promise.reject(new Error('no answer'));

describe('What the page finds out', () => {
  it('is that Jira tells browser and function the same, or not', async () => {
    expect(await found(async () => permission(true), url)).toEqual(['same', 'known']);
    expect(await found(async () => permission(false), url)).toEqual(['only-function', 'known']);
  });

  it('is nothing where Jira does not answer, or in another form', async () => {
    expect(await found(nothing, url)).toEqual(['not-told', 'known']);
    expect(await found(async () => permission('yes'), url)).toEqual(['not-told', 'known']);
    expect(await found(async () => new Response('<html>', { status: 502 }), url)).toEqual([
      'not-told',
      'known',
    ]);
  });

  it('is that Jira has no address for My data', async () => {
    expect(await found(async () => permission(true), nothing)).toEqual(['same', 'unknown']);
    expect(
      await found(
        async () => permission(true),
        async () => null,
      ),
    ).toEqual(['same', 'unknown']);
  });
});
