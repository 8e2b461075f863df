import { render } from 'preact';
import './styles/tokens.css';
import './styles/base.css';
import './styles/layout.css';
import './styles/print.css';
import { App } from './shell/app.tsx';
import { readSession } from './shell/session.ts';
import { applyTheme } from './shell/theme.ts';

applyTheme();
void readSession();
const root = document.getElementById('app');
if (root) render(<App />, root);
