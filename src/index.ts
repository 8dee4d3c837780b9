export { adminResolver } from './resolvers/admin';
export { userResolver } from './resolvers/user';
export { runDaily } from './triggers/daily';
export { onInstalled } from './triggers/lifecycle';
export { runJob } from './triggers/job';
export { preUninstall } from './triggers/uninstall';
export { onUserDeleted, onUserUpdated } from './triggers/user-events';
export { onPersonalData } from './triggers/webhook';
