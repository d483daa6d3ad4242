import { render } from 'preact';
import { restoreToken } from './api/token.js';
import { App } from './app.js';
import { followSystem } from './colour-scheme.js';
import './base.css';
import './controls.css';
import './frame.css';
import './panels/panels.css';
import './panels/search.css';

const container = document.getElementById('explorer');
if (container === null) throw new Error('The page has lost the element that the explorer is drawn into.');
followSystem();
restoreToken();
render(<App />, container);
