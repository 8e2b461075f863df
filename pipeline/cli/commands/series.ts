import { seriesOf } from '../../series/series.ts';
import { openForReading } from '../../store/open.ts';
import { statementsOfUnit, unitsNamed } from '../../store/unit-statements.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { print, printError, printJson } from '../output.ts';
import type { CliContext } from '../program.ts';
import { printable } from '../terminal.ts';
import { seriesLines } from '../views/series.ts';

export interface SeriesOptions {
  readonly db: string;
  readonly row: string;
  readonly json: boolean;
}

/** `gouji series UNIT` */
export async function seriesCommand(
  wanted: string,
  { db, row, json }: SeriesOptions,
  { messages }: CliContext,
): Promise<ExitCode> {
  const store = openForReading(db);
  try {
    const units = unitsNamed(store, wanted);
    const [unit] = units;
    if (unit === undefined || units.length > 1) {
      const name = printable(wanted);
      const problem =
        unit === undefined ? messages.series.noUnit(name) : messages.series.severalUnits(name, units.length);
      printError(`${[problem, ...units.map((other) => `  ${printable(other)}`)].join('\n')}\n`);
      return EXIT.incomplete;
    }
    const series = seriesOf(statementsOfUnit(store, unit), row);
    if (json) await printJson({ unit, row, series }, { pretty: true });
    else if (series.length === 0) await print(`${messages.series.none(printable(unit), printable(row))}\n`);
    else await print(`${seriesLines(unit, series, messages).join('\n')}\n`);
    return EXIT.complete;
  } finally {
    store.close();
  }
}
