import { startPage } from '../shared/start-page';
import { MyDataPage } from './my-data-page';
import './my-data.css';

void startPage(<MyDataPage />);
