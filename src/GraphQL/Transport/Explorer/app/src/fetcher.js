import { createGraphiQLFetcher } from '@graphiql/toolkit';
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

export const fetcher = createGraphiQLFetcher({ url: address, fetch: send, wsClient: socket, enableIncrementalDelivery: false });

/** One operation outside the editors. */
export async function execute(query, variables) {
  const response = await send(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
    body: JSON.stringify({ query, variables }),
  });
  return response.json();
}
