'use strict';

const byId = id => document.getElementById(id);
const address = document.body.dataset.address;

const schemaQuery = `{ __schema { types { name kind description
  fields(includeDeprecated: true) { name description isDeprecated args { name type { ...T } } type { ...T } }
  inputFields { name description type { ...T } }
  enumValues(includeDeprecated: true) { name description }
  possibleTypes { name } } } }
fragment T on __Type { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name } } } } }`;

async function post(query, variables) {
  const headers = { 'Content-Type': 'application/json', 'Accept': 'application/graphql-response+json' };
  const authorization = byId('authorization').value.trim();
  if (authorization) headers.Authorization = authorization;
  return fetch(address, { method: 'POST', headers, body: JSON.stringify({ query, variables }) });
}

async function run() {
  const status = byId('status');
  let variables;
  try {
    const text = byId('variables').value.trim();
    variables = text ? JSON.parse(text) : undefined;
  } catch (error) {
    status.textContent = `Variables: ${error.message}`;
    return;
  }
  status.textContent = 'Running…';
  const started = performance.now();
  try {
    const response = await post(byId('query').value, variables);
    const text = await response.text();
    status.textContent = `${response.status} in ${Math.round(performance.now() - started)} ms, ${text.length} characters`;
    // Shown as it came when it is not JSON; numbers with many digits lose some in this view only.
    try { byId('result').textContent = JSON.stringify(JSON.parse(text), null, 2); } catch { byId('result').textContent = text; }
  } catch (error) {
    status.textContent = error.message;
  }
}

const typeText = type =>
  type.kind === 'NON_NULL' ? `${typeText(type.ofType)}!` : type.kind === 'LIST' ? `[${typeText(type.ofType)}]` : type.name;

function element(name, text, ...children) {
  const made = document.createElement(name);
  if (text) made.textContent = text;
  made.append(...children);
  return made;
}

function member(item) {
  const args = item.args?.length ? `(${item.args.map(a => `${a.name}: ${typeText(a.type)}`).join(', ')})` : '';
  const line = element('li', '', element('code', `${item.name}${args}${item.type ? `: ${typeText(item.type)}` : ''}${item.isDeprecated ? ' (deprecated)' : ''}`));
  if (item.description) line.append(element('p', item.description));
  return line;
}

function describe(type) {
  const details = element('details', '', element('summary', `${type.name} (${type.kind.toLowerCase().replace('_', ' ')})`));
  details.dataset.words = [type.name, ...(type.fields ?? type.inputFields ?? type.enumValues ?? []).map(f => f.name)].join(' ').toLowerCase();
  if (type.description) details.append(element('p', type.description));
  const members = [...(type.fields ?? []), ...(type.inputFields ?? []), ...(type.enumValues ?? []), ...(type.kind === 'UNION' ? type.possibleTypes : [])];
  details.append(element('ul', '', ...members.map(member)));
  return details;
}

async function loadSchema() {
  const answer = await (await post(schemaQuery)).json();
  const types = (answer.data?.__schema.types ?? []).filter(t => !t.name.startsWith('__'));
  const first = name => ['Query', 'Mutation', 'Subscription'].indexOf(name) + 1 || 9;
  types.sort((a, b) => first(a.name) - first(b.name) || a.name.localeCompare(b.name));
  byId('schema').replaceChildren(...(types.length ? types.map(describe) : [element('p', answer.errors?.[0]?.message ?? 'The schema is not published.')]));
}

byId('run').addEventListener('click', run);
document.addEventListener('keydown', event => {
  if ((event.ctrlKey || event.metaKey) && event.key === 'Enter') {
    event.preventDefault();
    run();
  }
});
byId('authorization').addEventListener('change', loadSchema);
byId('search').addEventListener('input', event => {
  const word = event.target.value.trim().toLowerCase();
  for (const details of byId('schema').querySelectorAll('details')) details.hidden = word !== '' && !details.dataset.words.includes(word);
});
loadSchema().catch(error => byId('schema').replaceChildren(element('p', error.message)));
