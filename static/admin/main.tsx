import { startPage } from '../shared/start-page';
import { Admin } from './admin';
import '../shared/table.css';
import '../shared/tabs.css';
import './admin.css';

void startPage(<Admin />);
