const PREFIX = 'reminder:';

export const keyOf = (issueId) => `${PREFIX}${issueId}`;
export { PREFIX };
