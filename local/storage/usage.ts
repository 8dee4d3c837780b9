import type { Usage } from './types';

export function newUsage(): Usage {
  return {
    calls: {},
    requests: 0,
    readUnits: 0,
    writeUnits: 0,
    rowsRead: 0,
    rowsWritten: 0,
    bytesRead: 0,
    bytesWritten: 0,
  };
}
