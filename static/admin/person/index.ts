import { lazy } from 'react';

export const PersonPage = lazy(() => import('./person-page'));
export type { PersonTask } from './person-task';
