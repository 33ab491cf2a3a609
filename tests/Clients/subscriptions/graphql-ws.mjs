// The client of npm graphql-ws against a running server. Arguments: what to try, the address. Prints JSON.
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';

const [what, url, ...rest] = process.argv.slice(2);
const closes = [];
const make = (options = {}) => createClient({
  url, webSocketImpl: WebSocket, retryAttempts: 0, ...options,
  on: { closed: (event) => closes.push(event.code), ...options.on },
});

/** Everything an operation gives, and how it ended. */
async function all(client, query, variables) {
  const results = [];
  try {
    for await (const result of client.iterate({ query, variables })) results.push(result);
    return { results, end: 'complete' };
  } catch (error) {
    return { results, end: Array.isArray(error) ? error.map((e) => e.extensions?.code ?? e.message) : (error.code ?? String(error)) };
  }
}

const stories = {
  async subscribe() {
    const client = make();
    const counted = await all(client, 'subscription($n: Int!) { count(to: $n) }', { n: 3 });
    const queried = await all(client, '{ hello }');
    const mutated = await all(client, 'mutation { shout(text: "hi") }');
    await client.dispose();
    return { counted, queried, mutated };
  },
  async error() {
    const client = make();
    const refused = await all(client, 'subscription { nothing }');
    const after = await all(client, '{ hello }');
    await client.dispose();
    return { refused, after };
  },
  async forbidden() {
    const refused = await all(make({ connectionParams: { Authorization: 'Bearer bad' } }), '{ who }');
    const client = make({ connectionParams: async () => ({ Authorization: 'Bearer ann' }) });
    const admitted = await all(client, '{ who }');
    await client.dispose();
    return { refused, admitted };
  },
  async many() {
    const client = make({ lazy: false });
    const answers = await Promise.all(Array.from({ length: 80 }, (_, i) => all(client, 'subscription($n: Int!) { count(to: $n) }', { n: i })));
    await client.dispose();
    return { right: answers.filter((a, i) => a.end === 'complete' && a.results.length === i && a.results.every((r, k) => r.data.count === k + 1)).length };
  },
  async leave() {
    const client = make();
    const got = [];
    for await (const result of client.iterate({ query: 'subscription { count(to: 1000000) }' })) {
      got.push(result.data.count);
      if (got.length === 3) break;
    }
    const after = await all(client, '{ hello }');
    await client.dispose();
    return { got, after };
  },
  // Retries when the connection is lost; the test stops the server's socket by letting the token end.
  async reconnect() {
    let connections = 0;
    const client = make({
      retryAttempts: 5, retryWait: () => new Promise((done) => setTimeout(done, 50)), shouldRetry: () => true,
      connectionParams: () => ({ token: connections++ === 0 ? 'brief' : 'ann' }),
    });
    const got = [];
    for await (const result of client.iterate({ query: 'subscription { fed }' })) {
      got.push(result.data.fed);
      if (connections > 1) break;
    }
    await client.dispose();
    return { got, connections, closes };
  },
  async keepAlive() {
    let pongs = 0;
    const client = make({ lazy: false, keepAlive: 50, on: { pong: (received) => { if (received) pongs++; } } });
    await new Promise((done) => { const timer = setInterval(() => { if (pongs >= 3) { clearInterval(timer); done(); } }, 10); });
    await client.dispose();
    return { pongs: pongs >= 3 };
  },
};

console.log(JSON.stringify(await stories[what](...rest)));
process.exit(0);
