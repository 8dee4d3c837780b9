import type { IssueDetails } from '../../../data/issue-details';

/** A work item in a list, as the control API gives it. */
export interface IssueRow {
  key: string;
  summary: string;
  project: string;
  type: string;
  status: IssueDetails['status'];
  priority: IssueDetails['priority'];
  assignee?: string;
}

/** A work item with all that its page shows. */
export interface IssueView extends IssueRow {
  projectName?: string;
  reporter?: string;
  createdOn: string;
  description: string[];
  comments: { author?: string; on: string; text: string }[];
  panels: { key: string; shown: boolean; onAll: boolean }[];
}

export interface IssuePage {
  total: number;
  issues: IssueRow[];
  next?: number;
}
