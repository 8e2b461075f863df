import { placeOf } from '../../extractors/text/place.ts';
import type { Place } from '../../schemas/index.ts';
import type { LocatedPlace } from '../../schemas/service/index.ts';
import { documentNamed } from './catalogue.ts';
import type { Reading } from './documents/readings.ts';
import { ServiceProblem } from './problems.ts';
import { readReference } from './references.ts';
import type { Service } from './service.ts';

/** GET /api/documents/:id/places/:ref */
export function placeAnswer(service: Service, id: string, ref: string): LocatedPlace {
  const { artifact } = documentNamed(service, id);
  const place = placeOfReference(service.readings.of(artifact), ref);
  if (place === null) throw new ServiceProblem('not-found', ref);
  return { ref, place, page: firstPageOf(place) };
}

/** Where what a reference names stands; null where there is no such thing, or its reading was not kept. */
export function placeOfReference(reading: Reading, ref: string): Place | null {
  const named = readReference(ref);
  if (named === null) return null;
  const { document, extraction } = reading;
  const block = 'block' in named ? document?.blocks[named.block] : undefined;
  switch (named.kind) {
    case 'cell':
      return reading.placeOfCell(named.table, named.r, named.c);
    case 'figure':
      return extraction?.figures.find((figure) => figure.id === named.id)?.place ?? null;
    case 'text':
      return block === undefined ? null : placeOf(block, named.start, Math.max(named.end, named.start + 1));
    case 'block':
      if (block === undefined) return null;
      return block.kind === 'table' ? block.place : placeOf(block, 0, block.text.length);
    case 'table':
      return extraction?.tables.find((table) => table.id === named.table)?.place ?? null;
    case 'row':
      return placeOfRow(reading, named.table, named.r);
    case 'page':
      return placeOfPage(reading, named.page);
  }
}

/** Every cell of the row that has a place. */
function placeOfRow(reading: Reading, table: string, r: number): Place | null {
  const cells = reading.extraction?.tables.find(({ id }) => id === table)?.cells ?? [];
  const places = cells
    .filter((cell) => cell.r <= r && r < cell.r + cell.rs && cell.rs === 1)
    .flatMap((cell) => reading.placeOfCell(table, cell.r, cell.c) ?? []);
  return places.length === 0 ? null : places;
}

function placeOfPage({ document }: Reading, page: number): Place | null {
  const size = document?.pageSizes[page - 1];
  return size === undefined ? null : { page, bbox: [0, 0, size.width, size.height] };
}

/** The first page something stands on; null where the medium has none. */
export function firstPageOf(place: Place): number | null {
  const first = Array.isArray(place) ? place[0] : place;
  return first !== undefined && 'page' in first ? first.page : null;
}
