import type { ServedBlock } from '../../../../schemas/service/index.ts';

/** A block as text nodes, with what places are found by. */
export function BlockText(props: { readonly block: ServedBlock }) {
  const { block } = props;
  if (block.kind === 'table') return <BlockTable block={block} />;
  const name =
    block.kind === 'heading' ? `block-heading block-heading-${Math.min(block.level, 4)}` : `block-${block.kind}`;
  return (
    <p class={name} dir="auto" data-block={block.index}>
      {block.text}
    </p>
  );
}

function BlockTable(props: { readonly block: Extract<ServedBlock, { kind: 'table' }> }) {
  const { block } = props;
  const rows = Map.groupBy(block.cells, ({ r }) => r);
  return (
    <div class="block-table">
      <table>
        {block.caption && <caption>{block.caption}</caption>}
        <tbody>
          {Array.from({ length: block.rows }, (_, r) => (
            <tr key={r}>
              {(rows.get(r) ?? []).map((cell) => {
                const Cell = r < block.headerRows ? 'th' : 'td';
                return (
                  <Cell
                    key={cell.c}
                    rowSpan={cell.rs}
                    colSpan={cell.cs}
                    dir="auto"
                    data-block={block.index}
                    data-cell={`${cell.r}:${cell.c}`}
                  >
                    {cell.text}
                  </Cell>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
