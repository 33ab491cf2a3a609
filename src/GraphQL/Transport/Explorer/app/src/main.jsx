import './nonce.js';
import 'graphiql/style.css';
import './styles.css';
import { GraphiQL } from 'graphiql';
import { createRoot } from 'react-dom/client';
import { examples } from './Examples.jsx';
import { fetcher } from './fetcher.js';
import { SessionName, signIn } from './SignIn.jsx';
import { settings } from './settings.js';

const plugins = settings.examples.length ? [examples, signIn] : [signIn];

const welcome = `# ${settings.title}
#
# Type a query; ${/Mac/.test(navigator.userAgent) ? 'Cmd' : 'Ctrl'}+Enter runs it, Ctrl+Space completes it.
# The bar at the left has the documentation of the schema${settings.examples.length ? ', examples' : ''} and the sign-in.

{
  __typename
}
`;

// Queries may name people: what is typed is kept in this window only, never on the machine's disk.
createRoot(document.getElementById('graphiql')).render(
  <GraphiQL fetcher={fetcher} storage={sessionStorage} shouldPersistHeaders inputValueDeprecation schemaDescription
    plugins={plugins} defaultQuery={welcome} defaultEditorToolsVisibility>
    <GraphiQL.Logo><span className="explorer-title">{settings.title}</span><SessionName /></GraphiQL.Logo>
  </GraphiQL>,
);
