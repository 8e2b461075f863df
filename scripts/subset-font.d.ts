/** What we use of subset-font; the published types are of an older version. */
declare module 'subset-font' {
  interface SubsetOptions {
    readonly targetFormat: 'truetype';
    readonly noLayoutClosure: boolean;
    readonly noHinting: boolean;
    readonly dropTables: readonly string[];
  }
  function subsetFont(font: Buffer, text: string, options: SubsetOptions): Promise<Buffer>;
  export = subsetFont;
}
