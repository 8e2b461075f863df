import { Modal } from './modal.tsx';

export type KeyList = readonly (readonly [keys: string, what: string])[];

/** The keys of a view, shown by ?. */
export function KeyHelp(props: { readonly title: string; readonly keys: KeyList; readonly onClose: () => void }) {
  return (
    <Modal title={props.title} onClose={props.onClose}>
      <dl class="key-list">
        {props.keys.map(([keys, what]) => (
          <div key={keys}>
            <dt>
              {keys.split(' ').map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}
