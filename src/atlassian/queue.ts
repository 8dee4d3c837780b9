import { Queue } from '@forge/events';
import type { JobMessage, JobQueue } from '../privacy/engine';

/** The queue of manifest.yml that the function `run-job` consumes. */
const QUEUE_KEY = 'privacy-jobs';

/** Events of one job follow each other: two at once would only get in each other's way. */
export const jobQueue: JobQueue = {
  async push(message: JobMessage, delaySeconds: number): Promise<void> {
    const queue = new Queue({ key: QUEUE_KEY });
    const key = 'id' in message ? message.id : message.job;
    await queue.push({
      body: { ...message },
      delayInSeconds: delaySeconds,
      concurrency: { key, limit: 1 },
    });
  },
};
