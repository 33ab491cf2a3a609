import { useSchemaStore } from '@graphiql/react';
import { isEnumType, parse, typeFromAST } from 'graphql';
import { useMemo, useState } from 'react';
import { execute } from './fetcher.js';
import { signedIn, signOut, useSession } from './session.js';
import { settings } from './settings.js';

const Icon = () => (
  <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="1.5" aria-hidden="true">
    <circle cx="8" cy="15" r="4.25" />
    <path d="m11 12 8.5-8.5M16 7l3 3" />
  </svg>
);

const words = name => name.replace(/([a-z])([A-Z])/g, '$1 $2').replace(/^./, letter => letter.toUpperCase());

/** The fields of the form: the variables of the operation. */
function fieldsOf(document) {
  const { variableDefinitions } = parse(document).definitions.find(d => d.kind === 'OperationDefinition');
  return variableDefinitions.map(({ variable, type, defaultValue }) => ({
    name: variable.name.value,
    required: type.kind === 'NonNullType' && !defaultValue,
    type: type.kind === 'NonNullType' ? type.type : type,
    secret: /password|secret/i.test(variable.name.value),
  }));
}

/** Every message in an answer that gave no token, wherever the schema has its errors. */
function messagesIn(value, inErrors = false) {
  if (Array.isArray(value)) return value.flatMap(item => messagesIn(item, inErrors));
  if (value === null || typeof value !== 'object') return [];
  if (inErrors && typeof value.message === 'string') return [value.message];
  return Object.entries(value).flatMap(([key, item]) => messagesIn(item, inErrors || key === 'errors'));
}

function Field({ field, schema }) {
  const type = schema && typeFromAST(schema, field.type);
  const shared = { name: field.name, required: field.required };
  return (
    <label>
      {words(field.name)}
      {isEnumType(type)
        ? <select {...shared}>{type.getValues().map(v => <option key={v.name}>{v.name}</option>)}</select>
        : <input {...shared} type={field.secret ? 'password' : 'text'} autoComplete={field.secret ? 'current-password' : field.name === 'username' ? 'username' : 'off'} spellCheck={false} />}
    </label>
  );
}

function Form({ signIn }) {
  const { schema, introspect } = useSchemaStore();
  const fields = useMemo(() => fieldsOf(signIn.document), [signIn]);
  const [problems, setProblems] = useState([]);
  const [busy, setBusy] = useState(false);

  async function submit(event) {
    event.preventDefault();
    const given = Object.fromEntries([...new FormData(event.currentTarget)].filter(([, text]) => text !== ''));
    setBusy(true);
    try {
      const answer = await execute(signIn.document, given);
      const token = signIn.token.split('.').reduce((value, name) => value?.[name], answer.data);
      if (typeof token === 'string') {
        signedIn(given.username ?? signIn.name, token);
        introspect();
      } else setProblems(messagesIn(answer).concat(messagesIn(answer).length ? [] : ['The answer has no token.']));
    } catch (error) {
      setProblems([error.message]);
    } finally {
      setBusy(false);
    }
  }

  return (
    <form onSubmit={submit} aria-label={signIn.name}>
      <h3>{signIn.name}</h3>
      {fields.map(field => <Field key={field.name} field={field} schema={schema} />)}
      <div role="alert">{problems.map(text => <p key={text}>{text}</p>)}</div>
      <button type="submit" className="graphiql-button" disabled={busy}>Sign in</button>
    </form>
  );
}

function Token() {
  function submit(event) {
    event.preventDefault();
    const token = new FormData(event.currentTarget).get('token').trim().replace(/^Bearer\s+/i, '');
    if (token) signedIn('a token', token);
  }

  return (
    <form onSubmit={submit} aria-label="Token">
      <h3>With a token</h3>
      <label>Bearer token<input name="token" type="password" autoComplete="off" required /></label>
      <button type="submit" className="graphiql-button">Use it</button>
    </form>
  );
}

function Content() {
  const current = useSession();
  return (
    <section aria-label="Sign in" className="explorer-sign-in">
      <div className="graphiql-doc-explorer-title">Sign in</div>
      {current
        ? <>
            <p role="status">Signed in with {current.name}. The session is kept in this window only.</p>
            <button type="button" className="graphiql-button" onClick={signOut}>Sign out</button>
          </>
        : <>{settings.signIns.map(s => <Form key={s.name} signIn={s} />)}<Token /></>}
    </section>
  );
}

export const signIn = { title: 'Sign in', icon: Icon, content: Content };

/** What the tool bar says about the session. */
export function SessionName() {
  const current = useSession();
  return <span className="explorer-session" role="status">{current ? `Signed in with ${current.name}` : ''}</span>;
}

