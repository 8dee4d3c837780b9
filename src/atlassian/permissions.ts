import { asUser, route } from '@forge/api';
import { askJira, type Asked } from './ask-jira';

interface PermissionsBody {
  permissions?: { ADMINISTER?: { havePermission?: unknown } };
}

/**
 * Whether the person who asks holds Jira's global permission ADMINISTER, asked of Jira as that person
 * (`GET /rest/api/3/mypermissions`). No answer is neither a yes nor a no.
 * @throws NeedsAuthenticationError, for Forge to ask the person for consent
 */
export const isAdministrator = (): Promise<Asked<boolean>> =>
  askJira(
    () => asUser().requestJira(route`/rest/api/3/mypermissions?permissions=ADMINISTER`),
    (body: PermissionsBody | null) => {
      const holds = body?.permissions?.ADMINISTER?.havePermission;
      return typeof holds === 'boolean' ? holds : 'no-answer';
    },
  );
