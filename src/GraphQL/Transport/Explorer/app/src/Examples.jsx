import { useEditorContext } from '@graphiql/react';
import { flushSync } from 'react-dom';
import { settings } from './settings.js';

const Icon = () => (
  <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="1.5" aria-hidden="true">
    <path d="M6 3.75h12a.75.75 0 0 1 .75.75v16l-6.75-4-6.75 4v-16A.75.75 0 0 1 6 3.75Z" />
  </svg>
);

// {{today}} and {{today-30}} in variables: a saved example does not grow old.
const day = back => {
  const date = new Date();
  date.setDate(date.getDate() - back);
  return `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, '0')}-${String(date.getDate()).padStart(2, '0')}`;
};
const dated = text => text.replace(/\{\{today(?:-(\d+))?\}\}/g, (_, back) => day(Number(back ?? 0)));

function Content() {
  const { queryEditor, variableEditor, addTab } = useEditorContext({ nonNull: true, caller: Content });
  const groups = Object.entries(Object.groupBy(settings.examples, example => example.group));

  function open(example) {
    // What is being written stays: the example gets a tab of its own.
    if (queryEditor.getValue().trim()) flushSync(addTab);
    queryEditor.setValue(example.document);
    variableEditor.setValue(dated(example.variables));
    queryEditor.focus();
  }

  return (
    <section aria-label="Examples">
      <div className="graphiql-doc-explorer-title">Examples</div>
      {groups.map(([group, examples]) => (
        <div key={group} className="explorer-group">
          {group && <h3>{group}</h3>}
          <ul>
            {examples.map(example => (
              <li key={example.name}>
                <button type="button" onClick={() => open(example)}>
                  <strong>{example.name}</strong>
                  {example.description && <span>{example.description}</span>}
                </button>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

export const examples = { title: 'Examples', icon: Icon, content: Content };
