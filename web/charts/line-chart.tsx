import { useId, useMemo, useState } from 'preact/hooks';
import './charts.css';
import { LineDrawing } from './line-drawing.tsx';
import { type LineChartData, layOutLines, type PlacedPoint } from './line-layout.ts';
import { LinePoints } from './line-points.tsx';
import { useWidth } from './use-width.ts';

/**
 * Lines over years. Drawn as one picture with a title and a description; over it lie its points as links, one of them in
 * the order of tabs, the others by the arrow keys. The numbers themselves stand in a table of the view.
 */
export function LineChart(props: {
  readonly title: string;
  readonly description: string;
  /** Name of the group of points and how to move in it. */
  readonly pointsLabel: string;
  readonly data: LineChartData;
  /** What a point is called, in short lines. */
  readonly say: (point: PlacedPoint) => readonly string[];
}) {
  const { title, description, pointsLabel, data, say } = props;
  const id = useId();
  const [box, width] = useWidth<HTMLDivElement>(560);
  const layout = useMemo(() => layOutLines(data, width), [data, width]);
  const [shown, setShown] = useState<PlacedPoint>();
  return (
    <div class="chart" ref={box}>
      <LineDrawing layout={layout} unit={data.unit.name} id={id} title={title} description={description} />
      <LinePoints layout={layout} label={pointsLabel} say={say} shown={shown} onShow={setShown} />
    </div>
  );
}
