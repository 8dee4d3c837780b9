import type { JiraContext } from './request';

/** GET /rest/api/3/configuration: a site as Jira sets it up, but for its working time. */
export function configuration({ jira }: JiraContext): Response {
  const { hoursPerDay, daysPerWeek } = jira.settings.workingTime;
  return Response.json({
    votingEnabled: true,
    watchingEnabled: true,
    unassignedIssuesAllowed: true,
    subTasksEnabled: true,
    issueLinkingEnabled: true,
    attachmentsEnabled: true,
    timeTrackingEnabled: true,
    timeTrackingConfiguration: {
      workingHoursPerDay: hoursPerDay,
      workingDaysPerWeek: daysPerWeek,
      timeFormat: 'pretty',
      defaultUnit: 'minute',
    },
  });
}
