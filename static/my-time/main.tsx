import { startAddressedPage } from '../shared/start-addressed-page';
import { MyTime } from './my-time';
import './my-time.css';

void startAddressedPage('manifest.my-time', <MyTime />);
