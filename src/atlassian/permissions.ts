import { asUser, route } from '@forge/api';

interface PermissionsAnswer {
  permissions?: { ADMINISTER?: { havePermission?: unknown } };
}

/**
 * Whether the person who asks holds Jira's global permission ADMINISTER, asked of Jira as that person
 * (`GET /rest/api/3/mypermissions`). Anything but a clear yes is a no.
 */
export async function isAdministrator(): Promise<boolean> {
  try {
    const response = await asUser().requestJira(route`/rest/api/3/mypermissions?permissions=ADMINISTER`);
    if (!response.ok) return false;
    const answer = (await response.json()) as PermissionsAnswer | null;
    return answer?.permissions?.ADMINISTER?.havePermission === true;
  } catch {
    return false;
  }
}
