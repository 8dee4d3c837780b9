export { adminResolver } from './resolvers/admin';
export { userResolver } from './resolvers/user';
export { runDaily } from './triggers/daily';
export { runJob } from './triggers/job';
