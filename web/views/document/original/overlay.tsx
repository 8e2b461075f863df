import { boxStyle, grown } from './geometry.ts';
import type { Mark } from './marks.ts';
import type { Locate } from './surface.ts';

/** Boxes over a surface with the letters of the formula. They are drawn for the eye; the panel says the same in words. */
export function MarkLayer(props: { readonly marks: readonly Mark[]; readonly locate: Locate }) {
  return (
    <div class="mark-layer" aria-hidden="true">
      {props.marks.flatMap((mark) =>
        mark.places
          .flatMap((place) => props.locate(place, mark.ref))
          .map((rect, part) => (
            <span
              key={`${mark.key}-${part}`}
              class={`mark mark-${mark.tone}`}
              data-mark={mark.key}
              style={boxStyle(grown(rect, 2))}
            >
              {part === 0 && mark.letter && <b class="mark-letter">{mark.letter}</b>}
            </span>
          )),
      )}
    </div>
  );
}
