import { startAddressedPage } from '../shared/start-addressed-page';
import { MyDataPage } from './my-data-page';
import './my-data.css';

void startAddressedPage('manifest.my-data', <MyDataPage />);
