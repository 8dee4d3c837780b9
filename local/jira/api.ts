import { NotModelledError } from '../errors';
import { configuration } from './configuration';
import { bulkFetchIssues, getIssue, pickIssues } from './issues';
import { refuseOthers } from './parameters';
import { myPermissions } from './permissions';
import { jiraError, type JiraContext, type JiraRequest } from './request';
import { bulkUsers, myself, oneUser, searchUsers } from './users';

type JiraHandler = (context: JiraContext, request: JiraRequest) => Response;

/** Each call with the parameters that it models, in the query and in the body; any other is refused by name. */
const ROUTES: readonly [call: RegExp, handler: JiraHandler, parameters: readonly string[]][] = [
  [/^GET \/rest\/api\/3\/mypermissions$/, myPermissions, ['permissions']],
  [/^GET \/rest\/api\/3\/user$/, forUsers(oneUser), ['accountId']],
  [/^GET \/rest\/api\/3\/user\/bulk$/, forUsers(bulkUsers), ['accountId', 'startAt', 'maxResults']],
  [/^GET \/rest\/api\/3\/user\/search$/, forUsers(searchUsers), ['query', 'startAt', 'maxResults']],
  [/^GET \/rest\/api\/3\/myself$/, myself, []],
  [/^GET \/rest\/api\/3\/configuration$/, forUsers(configuration), []],
  [/^POST \/rest\/api\/3\/issue\/bulkfetch$/, bulkFetchIssues, ['issueIdsOrKeys', 'fields']],
  [/^GET \/rest\/api\/3\/issue\/picker$/, forUsers(pickIssues), ['query']],
  // No field of a modelled issue fails, so failing fast makes no difference.
  [/^GET \/rest\/api\/3\/issue\/[^/]+$/, getIssue, ['fields', 'failFast']],
];

/**
 * Answers a REST call as Jira does for this viewer; what is not modelled by somebody's own answers.
 * @throws NotModelledError for any other call or parameter
 */
export function answerJira(context: JiraContext, request: JiraRequest): Response {
  try {
    return modelledAnswer(context, request);
  } catch (error) {
    const own = error instanceof NotModelledError ? context.ownAnswers?.(request) : undefined;
    if (own) return own;
    throw error;
  }
}

function modelledAnswer(context: JiraContext, request: JiraRequest): Response {
  const call = `${request.method} ${request.path}`;
  const [, handler, parameters = []] = ROUTES.find(([pattern]) => pattern.test(call)) ?? [];
  if (!handler) throw new NotModelledError(`jira ${call}`);
  refuseOthers(request, parameters);
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
