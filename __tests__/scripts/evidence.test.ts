import { advisoriesIn, licenceIn, licencesOf, summaryOf } from '../../scripts/lib/evidence.mjs';

describe('the licence of a package', () => {
  test.each<[string, object | undefined, string]>([
    ['a name', { license: 'MIT' }, 'MIT'],
    ['an older form', { license: { type: 'ISC', url: 'x' } }, 'ISC'],
    ['a list', { licenses: [{ type: 'MIT' }, { type: 'Apache-2.0' }] }, 'MIT OR Apache-2.0'],
    ['nothing', {}, 'not stated'],
    ['an empty text', { license: '' }, 'not stated'],
    ['what is none', { license: { url: 'x' } }, 'not stated'],
  ])('may be stated as %s', (_, manifest, licence) => {
    expect(licenceIn(manifest)).toBe(licence);
  });
});

describe('the licences of the installed packages', () => {
  const manifests: Record<string, object> = {
    'node_modules/b': { license: 'MIT' },
    'node_modules/a/node_modules/b': { license: 'MIT' },
    'node_modules/alias': { license: 'ISC' },
    'node_modules/@scope/a': { license: 'SEE LICENSE IN LICENSE.txt' },
  };
  const locked = {
    '': { version: '1.0.0' },
    'node_modules/b': { version: '2.0.0', dev: true },
    'node_modules/a/node_modules/b': { version: '2.0.0' },
    'node_modules/@scope/a': { version: '1.0.0', dev: true },
    'node_modules/alias': { name: 'b', version: '3.0.0' },
    'node_modules/for-another-system': { version: '1.0.0' },
  };
  const licences = licencesOf(locked, (folder) => manifests[folder]);

  it('are listed once a version, as used by the functions where one of them is', () => {
    expect(licences).toEqual([
      {
        name: '@scope/a',
        version: '1.0.0',
        licence: 'SEE LICENSE IN LICENSE.txt',
        usedBy: 'pages and tools',
      },
      { name: 'b', version: '2.0.0', licence: 'MIT', usedBy: 'functions' },
      { name: 'b', version: '3.0.0', licence: 'ISC', usedBy: 'functions' },
    ]);
  });
});

describe('the advisories', () => {
  const answer = {
    vulnerabilities: {
      low: { name: 'low', severity: 'low', range: '<1' },
      bad: { name: 'bad', severity: 'critical', range: '*' },
    },
  };

  it('come worst first', () => {
    expect(advisoriesIn(JSON.stringify(answer))).toEqual({
      answered: true,
      advisories: [
        { name: 'bad', severity: 'critical', range: '*' },
        { name: 'low', severity: 'low', range: '<1' },
      ],
    });
  });

  test.each([
    ['nothing', '', 'npm audit printed nothing that can be read'],
    ['a refusal', '{"message":"405 Method Not Allowed","statusCode":405}', '405 Method Not Allowed'],
    ['something else', '[]', 'npm audit answered in another form'],
    ['no object', 'null', 'npm audit answered in another form'],
  ])('are not known where the registry answered %s', (_, text, why) => {
    const found = advisoriesIn(text);
    expect(found).toEqual({ answered: false, why });
    expect(summaryOf({ ...seen, licences, found })).toContain(
      `**Not known**: the registry gave no answer (${why})`,
    );
  });

  const seen = { at: '2026-11-30T07:00:00.000Z', commit: 'abc1234', node: '20.19.0', components: 3 };
  const licences = [
    { name: 'a', version: '1', licence: 'MIT', usedBy: 'functions' as const },
    { name: 'b', version: '1', licence: 'ISC', usedBy: 'functions' as const },
    { name: 'c', version: '1', licence: 'MIT', usedBy: 'functions' as const },
  ];

  it('stand in a summary with the day, the commit and the licences, most frequent first', () => {
    const summary = summaryOf({ ...seen, licences, found: { answered: true, advisories: [] } });
    expect(summary).toContain('Made 2026-11-30T07:00:00.000Z of commit abc1234 with Node 20.19.0.');
    expect(summary).toContain('None for the installed versions.');
    expect(summary).toContain('- MIT: 2\n- ISC: 1');
  });
});
