import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { GoujiError } from '../../extractors/errors.ts';
import { loadYaml, parseTsv, parseYaml } from '../../extractors/knowledge/index.ts';

const forms = z.strictObject({
  forms: z.array(z.strictObject({ key: z.string(), names: z.array(z.string()).min(1) })),
});

describe('YAML data', () => {
  test('gives the checked value', () => {
    expect(parseYaml('x.yaml', 'forms:\n  - key: final.01\n    names: [收入支出决算总表]\n', forms)).toEqual({
      forms: [{ key: 'final.01', names: ['收入支出决算总表'] }],
    });
  });

  test('a value of the wrong type is reported with file, line and path', () => {
    const text =
      '# forms\nforms:\n  - key: final.01\n    names: [收入支出决算总表]\n  - key: final.02\n    names: 收入决算表\n';
    expect(() => parseYaml('forms/x.yaml', text, forms)).toThrow(/^data\/forms\/x\.yaml:6: forms\.1\.names: /);
  });

  test('a missing key is reported at the entry it is missing from', () => {
    expect(() => parseYaml('x.yaml', 'forms:\n  - key: a\n    names: [b]\n  - key: c\n', forms)).toThrow(
      /^data\/x\.yaml:4: /,
    );
  });

  test('a syntax error is reported with its line', () => {
    expect(() => parseYaml('x.yaml', 'forms:\n  - key: "a\n', forms)).toThrow(/^data\/x\.yaml:\d+: /);
  });

  test('a file that is not there is a GoujiError with a remedy', () => {
    const load = () => loadYaml('no-such-file.yaml', forms);
    expect(load).toThrow(GoujiError);
    expect(load).toThrow('data/no-such-file.yaml cannot be read');
  });
});

describe('TSV data', () => {
  const row = z.strictObject({ code: z.string().regex(/^\d+$/), name: z.string() });

  test('skips comments and blank lines, names fields by the first other line', () => {
    const text = '# source: …\ncode\tname\n\n201\t一般公共服务支出\r\n202\t外交支出\n';
    expect(parseTsv('codes/x.tsv', text, row)).toEqual([
      { code: '201', name: '一般公共服务支出' },
      { code: '202', name: '外交支出' },
    ]);
  });

  test('reports the line of a row that does not fit', () => {
    expect(() => parseTsv('x.tsv', 'code\tname\n201\ta\nabc\tb\n', row)).toThrow(/^data\/x\.tsv:3: code: /);
    expect(() => parseTsv('x.tsv', 'code\tname\n201\ta\tb\n', row)).toThrow('data/x.tsv:2: 3 fields');
  });
});
