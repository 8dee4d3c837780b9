import { SECTIONS } from '../../src/privacy/notice/words';
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

test('every statement of the notice has a check, and every check a statement', () => {
  expect(Object.keys(CHECKS).sort()).toEqual(CLAIMS.map(({ id }) => id).sort());
});

test.each(CLAIMS.map(({ id, text }) => [id, text] as const))('%s: %s', async (id) => {
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
