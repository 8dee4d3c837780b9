import type { Groups } from '../runtime/scopes';

const WORK = 'read:jira-work';
const CONFIGURATION = 'manage:jira-configuration';
const ISSUE = [
  'read:issue:jira',
  'read:issue-type:jira',
  'read:user:jira',
  'read:project:jira',
  'read:status:jira',
];
const LINK = [
  'read:field:jira',
  'read:issue-link-type:jira',
  'read:issue:jira',
  'read:issue-type:jira',
  'read:priority:jira',
  'read:status:jira',
  'read:avatar:jira',
  'read:issue.time-tracking:jira',
  'read:project-category:jira',
  'read:project:jira',
  'read:user:jira',
];
const WORKLOG = [
  'read:issue-worklog.property:jira',
  'read:issue-worklog:jira',
  'read:project-role:jira',
  'read:comment:jira',
  'read:avatar:jira',
  'read:group:jira',
  'read:user:jira',
];
const USER = ['read:application-role:jira', 'read:group:jira', 'read:user:jira', 'read:avatar:jira'];
const BOARD = ['read:project:jira', 'read:user:jira'];
const COMPONENT = ['read:project:jira', 'read:user:jira'];

/** Jira's events with their classic and granular scopes: a test compares them with the table of `@forge/manifest`. */
const EVENTS: readonly [event: RegExp, classic: string[], granular: string[]][] = [
  [/^avi:jira:(assigned|created|deleted|mentioned|updated|viewed):issue$/, [WORK], ISSUE],
  [/^avi:jira:(commented:issue|(deleted|mentioned):comment)$/, [WORK], [...ISSUE, 'read:comment:jira']],
  [/^avi:jira:(created|deleted):issuelink$/, [WORK], LINK],
  [/^avi:jira:\w+:worklog$/, [WORK], WORKLOG],
  [/^avi:jira:\w+:version$/, [WORK], ['read:project-version:jira']],
  [/^avi:jira:\w+:attachment$/, [WORK], ['read:attachment:jira']],
  [/^avi:jira:\w+:issue-property$/, [WORK], ['read:issue.property:jira']],
  [/^avi:jira:deleted:component$/, [WORK], [...COMPONENT, 'read:project.component:jira']],
  [/^avi:jira:\w+:component$/, [WORK], COMPONENT],
  [/^avi:jira:\w+:project$/, [WORK], ['read:project:jira']],
  [/^avi:jira:\w+:user$/, ['read:jira-user'], USER],
  [/^avi:jira:\w+:field(:context)?$/, [CONFIGURATION], ['read:field:jira']],
  [
    /^avi:jira:\w+:field:context:configuration$/,
    [CONFIGURATION],
    ['read:custom-field-contextual-configuration:jira'],
  ],
  [
    /^avi:jira:failed:expression$/,
    [CONFIGURATION],
    ['read:workflow:jira', 'read:issue:jira', 'read:project:jira'],
  ],
  [/^avi:jira:\w+:issuetype$/, [CONFIGURATION], ['read:issue-type:jira']],
  [/^avi:jira:\w+:filter$/, [CONFIGURATION], ['read:filter:jira', 'read:jql:jira']],
  [/^avi:jira:timetracking:provider:changed$/, [CONFIGURATION], ['read:issue.time-tracking:jira']],
  [/^avi:jira:changed:configuration$/, [CONFIGURATION], ['read:instance-configuration:jira']],
  [/^avi:jira-software:\w+:sprint$/, [WORK], ['read:sprint:jira-software']],
  [
    /^avi:jira-software:configuration-changed:board$/,
    [WORK, 'read:jira-user'],
    ['read:board-scope.admin:jira-software', ...BOARD],
  ],
  [
    /^avi:jira-software:\w+:board$/,
    [WORK, 'read:jira-user'],
    ['read:board-scope:jira-software', 'read:issue-details:jira', ...BOARD],
  ],
];

/** Events of Forge itself, such as an installation, need no scope. */
const OWN = /^avi:forge:/;

/** The classic and the granular scopes that an event needs; nothing for one whose scopes are not known here. */
export function scopesOfEvent(event: string): Groups | undefined {
  if (OWN.test(event)) return [[]];
  const [, classic, granular] = EVENTS.find(([pattern]) => pattern.test(event)) ?? [];
  return classic && granular ? [classic, granular] : undefined;
}
