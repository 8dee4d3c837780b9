import { NotModelledError } from '../errors';
import { configuration } from './configuration';
import { bulkFetchIssues, getIssue, pickIssues } from './issues';
import { myPermissions } from './permissions';
import { jiraError, type JiraContext, type JiraRequest } from './request';
import { bulkUsers, myself, oneUser, searchUsers } from './users';

type JiraHandler = (context: JiraContext, request: JiraRequest) => Response;

const ROUTES: readonly [call: RegExp, handler: JiraHandler][] = [
  [/^GET \/rest\/api\/3\/mypermissions$/, myPermissions],
  [/^GET \/rest\/api\/3\/user$/, forUsers(oneUser)],
  [/^GET \/rest\/api\/3\/user\/bulk$/, forUsers(bulkUsers)],
  [/^GET \/rest\/api\/3\/user\/search$/, forUsers(searchUsers)],
  [/^GET \/rest\/api\/3\/myself$/, myself],
  [/^GET \/rest\/api\/3\/configuration$/, forUsers(configuration)],
  [/^POST \/rest\/api\/3\/issue\/bulkfetch$/, bulkFetchIssues],
  [/^GET \/rest\/api\/3\/issue\/picker$/, forUsers(pickIssues)],
  [/^GET \/rest\/api\/3\/issue\/[^/]+$/, getIssue],
];

/** Answers a REST call as Jira does for this viewer. @throws NotModelledError for any other call */
export function answerJira(context: JiraContext, request: JiraRequest): Response {
  const call = `${request.method} ${request.path}`;
  const handler = ROUTES.find(([pattern]) => pattern.test(call))?.[1];
  if (!handler) throw new NotModelledError(`jira ${call}`);
  return handler(context, request);
}

/** "Permission to access Jira": not nobody, and not a customer of a service desk. */
function forUsers(handler: JiraHandler): JiraHandler {
  return (context, request) => {
    const { viewer } = request;
    if (viewer.kind === 'nobody') {
      return jiraError(401, 'Client must be authenticated to access this resource.');
    }
    const customer =
      viewer.kind === 'person' && context.jira.person(viewer.accountId)?.accountType === 'customer';
    return customer ? jiraError(403, 'You are not allowed to access Jira.') : handler(context, request);
  };
}
