import { startPage } from '../shared/start-page';
import { MyTime } from './my-time';
import './my-time.css';

void startPage(<MyTime />);
