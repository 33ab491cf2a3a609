// The client of npm graphql-sse in its distinct connections mode against a running server. Arguments: what to try, the address. Prints JSON.
import { createClient } from 'graphql-sse';

const [what, url] = process.argv.slice(2);
const make = (options = {}) => createClient({ url, retryAttempts: 0, ...options });

async function all(client, query, variables) {
  const results = [];
  try {
    for await (const result of client.iterate({ query, variables })) results.push(result);
    return { results, end: 'complete' };
  } catch (error) {
    return { results, end: error.response?.status ?? String(error) };
  }
}

const stories = {
  async subscribe() {
    const client = make();
    const counted = await all(client, 'subscription($n: Int!) { count(to: $n) }', { n: 3 });
    const queried = await all(client, '{ hello }');
    return { counted, queried };
  },
  async error() {
    const refused = await all(make(), 'subscription { nothing }');
    return { codes: refused.results.map((r) => r.errors.length), end: refused.end };
  },
  async who() {
    return all(make({ headers: { Authorization: 'Bearer ann' } }), '{ who }');
  },
  async many() {
    const client = make();
    const answers = await Promise.all(Array.from({ length: 40 }, (_, i) => all(client, 'subscription($n: Int!) { count(to: $n) }', { n: i })));
    return { right: answers.filter((a, i) => a.end === 'complete' && a.results.length === i).length };
  },
  async leave() {
    const client = make();
    const got = [];
    for await (const result of client.iterate({ query: 'subscription { count(to: 1000000) }' })) {
      got.push(result.data.count);
      if (got.length === 3) break;
    }
    return { got };
  },
  async single() {
    return all(make({ singleConnection: true }), '{ hello }');
  },
};

console.log(JSON.stringify(await stories[what]()));
process.exit(0);
