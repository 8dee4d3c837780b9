import { startPage } from '../shared/start-page';
import { Panel } from './panel';
import './panel.css';

void startPage('manifest.panel', <Panel />);
