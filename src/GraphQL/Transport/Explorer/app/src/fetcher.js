import { createGraphiQLFetcher } from '@graphiql/toolkit';
import { Kind, parse } from 'graphql';
import { createClient } from 'graphql-ws';
import { session } from './session.js';
import { address, settings } from './settings.js';

const headers = () => ({ ...settings.headers, ...(session() && { Authorization: session().authorization }) });

const send = (url, request) => fetch(url, { ...request, credentials: 'same-origin', headers: { ...headers(), ...request.headers } });

// Opened with the first subscription, closed with the last; a new session counts from the next opening.
const socket = createClient({
  url: () => Object.assign(new URL(address, location.href), { protocol: location.protocol === 'https:' ? 'wss:' : 'ws:' }).href,
  connectionParams: headers,
  retryAttempts: 2,
});

const transport = createGraphiQLFetcher({ url: address, fetch: send, wsClient: socket, enableIncrementalDelivery: false });

// GraphiQL reads the text a moment after the last key. Run sooner, a subscription would be sent as if it were a query.
export function fetcher(request, options) {
  let documentAST;
  try {
    documentAST = parse(request.query);
  } catch {
    return transport(request, options);
  }
  const names = documentAST.definitions.filter((d) => d.kind === Kind.OPERATION_DEFINITION).map((d) => d.name?.value);
  const operationName = names.length === 1 ? names[0] : request.operationName;
  return transport({ ...request, operationName }, { ...options, documentAST });
}

/** One operation outside the editors. */
export async function execute(query, variables) {
  const response = await send(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
    body: JSON.stringify({ query, variables }),
  });
  return response.json();
}
