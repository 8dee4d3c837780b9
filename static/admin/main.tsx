import { startPage } from '../shared/start-page';
import { Admin } from './admin';
import './admin.css';

void startPage(<Admin />);
