export { adminResolver } from './resolvers/admin';
export { userResolver } from './resolvers/user';
export { runDaily } from './triggers/daily';
export { runJob } from './triggers/job';
export { onInstalled, preUninstall } from './triggers/lifecycle';
export { onUserDeleted, onUserUpdated } from './triggers/user-events';
export { onPersonalData } from './triggers/webhook';
