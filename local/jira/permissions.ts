import { NotModelledError } from '../errors';
import { isSignedInHere } from '.';
import { jiraError, type JiraContext, type JiraRequest } from './request';

/** GET /rest/api/3/mypermissions?permissions=ADMINISTER: does the asking person administer Jira? */
export function myPermissions({ jira }: JiraContext, { query, viewer }: JiraRequest): Response {
  const asked = query.get('permissions');
  if (!asked) return jiraError(400, 'The permissions query parameter needs to be provided.');
  if (asked !== 'ADMINISTER') throw new NotModelledError(`the permission ${asked}`);
  if (viewer.kind === 'app') throw new NotModelledError('the permissions of the app itself');
  const person = viewer.kind === 'person' ? jira.person(viewer.accountId) : undefined;
  const havePermission = isSignedInHere(person) && person.isAdmin;
  const ADMINISTER = {
    id: '0',
    key: 'ADMINISTER',
    name: 'Administer Jira',
    type: 'GLOBAL',
    description: 'Create and administer projects, issue types, fields, workflows, and schemes.',
    havePermission,
  };
  return Response.json({ permissions: { ADMINISTER } });
}
