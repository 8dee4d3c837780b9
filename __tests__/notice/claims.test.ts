import { SECTIONS } from '../../src/privacy/notice/text';
import { QUESTIONS } from '../../src/privacy/notice/text/one-screen';
import { sayIn } from '../../src/words';
import { openTestForge } from '../setup/test-forge';
import { CLAIMS_ON_ACCESS } from './claims-on-access';
import { CLAIMS_ON_PARTIES } from './claims-on-parties';
import { CLAIMS_ON_PEOPLE } from './claims-on-people';
import { CLAIMS_ON_REPORTING } from './claims-on-reporting';
import { CLAIMS_ON_STORAGE } from './claims-on-storage';
import { CLAIMS_ON_TOTALS } from './claims-on-totals';
import { playScene } from './scene';

const CHECKS = {
  ...CLAIMS_ON_ACCESS,
  ...CLAIMS_ON_PARTIES,
  ...CLAIMS_ON_STORAGE,
  ...CLAIMS_ON_PEOPLE,
  ...CLAIMS_ON_REPORTING,
  ...CLAIMS_ON_TOTALS,
};
const CLAIMS = SECTIONS.flatMap(({ claims }) => claims);
const OWN = CLAIMS.filter(({ source }) => source === undefined);

test('every statement about the app has a check, and every check a statement', () => {
  expect(Object.keys(CHECKS).sort()).toEqual(OWN.map(({ id }) => id).sort());
});

test('every statement about what lies outside the app says who makes it, and those of documents when they were read', () => {
  for (const { source } of CLAIMS)
    expect(source === undefined ? 'its check, 2026' : sayIn('en')(source)).toMatch(
      /20\d\d|organisation can tell you more$/,
    );
});

test('the short layer says only what the full text says', () => {
  const ids = CLAIMS.map(({ id }) => id);
  for (const { from } of QUESTIONS) expect(ids).toEqual(expect.arrayContaining([...from]));
});

test.each(OWN.map(({ id }) => [id]))('what the notice says is so: %s', async (id) => {
  await expectToHold(id);
});

async function expectToHold(id: string): Promise<void> {
  const forge = await openTestForge();
  try {
    await CHECKS[id]?.(await playScene(forge));
  } finally {
    await forge.close();
  }
}
