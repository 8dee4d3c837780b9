export { adminResolver } from './resolvers/admin';
export { userResolver } from './resolvers/user';
export { runDaily } from './triggers/daily';
export { runJob } from './triggers/job';
export { onInstalled, onUserDeleted, onUserUpdated, preUninstall } from './triggers/events';
export { onPersonalData } from './triggers/webhook';
