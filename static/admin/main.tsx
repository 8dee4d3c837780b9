import { startAddressedPage } from '../shared/start-addressed-page';
import { Admin } from './admin';
import '../shared/table.css';
import '../shared/tabs.css';
import './admin.css';

void startAddressedPage('manifest.privacy-center', <Admin />);
