import { ArgumentsError, readArguments } from '../../../local/site/arguments';

describe('what follows the command', () => {
  test('may be nothing', () => {
    expect(readArguments([])).toEqual({ port: 8080, reset: false });
  });

  test('names port, file, folder and reset', () => {
    const args = ['--port', '9000', '--data', 'entries.ndjson.gz', '--reset', '--directory', 'elsewhere'];
    expect(readArguments(args)).toEqual({
      port: 9000,
      reset: true,
      data: 'entries.ndjson.gz',
      directory: 'elsewhere',
    });
  });

  test('names another app, with answers of its own', () => {
    expect(readArguments(['--app', 'folder', '--jira', 'answers.json'])).toEqual({
      port: 8080,
      reset: false,
      app: 'folder',
      jira: 'answers.json',
    });
  });

  test.each([
    [['--app', 'folder', '--data', 'entries.ndjson'], '--data loads time entries into this app'],
    [['--jira', 'answers.json'], 'it goes with --app DIR'],
  ])('is refused where flags do not go together: %j', (args, message) => {
    expect(() => readArguments(args)).toThrow(message);
  });

  test.each([
    [['--app']],
    [['--port', 'x']],
    [['--port', '65536']],
    [['--port', '-1']],
    [['--prot', '1']],
    [['data.ndjson']],
  ])('is refused when it is %j', (args) => {
    expect(() => readArguments(args)).toThrow(ArgumentsError);
  });
});
