import type { Table } from '../state';

/** What became of the events of one push. */
export interface Job {
  jobId: string;
  queueName: string;
  installation: string;
  success: number;
  inProgress: number;
  failed: number;
  cancelled?: boolean;
}

export interface Jobs {
  open(job: Pick<Job, 'jobId' | 'queueName' | 'installation'>, events: number): void;
  /** The job, if this queue of this installation has it. */
  find(jobId: string, queueName: string, installation: string): Job | undefined;
  count(jobId: string, outcome: 'success' | 'failed'): void;
  cancel(job: Job): void;
  isCancelled(jobId: string): boolean;
}

export function createJobs(table: Table<Job>): Jobs {
  const change = (jobId: string, next: (job: Job) => Job): void => {
    const job = table.get(jobId);
    if (job) table.set(jobId, next(job));
  };
  return {
    open: (job, events) => table.set(job.jobId, { ...job, success: 0, inProgress: events, failed: 0 }),
    find: (jobId, queueName, installation) => {
      const job = table.get(jobId);
      return job?.queueName === queueName && job.installation === installation ? job : undefined;
    },
    count: (jobId, outcome) =>
      change(jobId, (job) => ({ ...job, inProgress: job.inProgress - 1, [outcome]: job[outcome] + 1 })),
    cancel: ({ jobId }) => change(jobId, (job) => ({ ...job, cancelled: true })),
    isCancelled: (jobId) => table.get(jobId)?.cancelled === true,
  };
}
