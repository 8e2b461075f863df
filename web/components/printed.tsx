/**
 * Text of a document: a text node in an element of its own direction, so that an override in a title turns nothing
 * around it.
 */
export function Printed(props: { readonly text: string; readonly class?: string; readonly title?: string }) {
  return (
    <bdi class={props.class ? `printed ${props.class}` : 'printed'} title={props.title}>
      {props.text}
    </bdi>
  );
}
