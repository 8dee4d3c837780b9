// A busy machine may keep a browser waiting too long once. What needed a second try is printed, so that nobody overlooks it.
jest.retryTimes(1, { logErrorsBeforeRetry: true });
