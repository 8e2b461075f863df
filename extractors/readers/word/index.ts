import type { Artifact, Block, Document, StatusReason } from '../../../schemas/index.ts';
import { renumbered } from '../renumber.ts';
import { joinSplitTables } from '../split-tables.ts';
import { joinTornParagraphs } from '../torn-paragraphs.ts';
import { blocksOf } from './blocks.ts';
import { readEmbeddedSheets } from './embedded.ts';
import { damaged } from './failures.ts';
import { trackFields } from './fields.ts';
import { bodyTypeOf } from './headings.ts';
import { readLinks } from './links.ts';
import { readNumbering } from './numbering.ts';
import { type OfficePackage, openPackage } from './package.ts';
import { readProperties } from './properties.ts';
import { readStory } from './story.ts';
import { readStyles } from './styles.ts';
import { childOf, type XmlPart } from './xml.ts';

const MEDIA_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/**
 * A Word document of today (ECMA-376; also what WPS writes as .docx and .wps) as blocks. Running headers and footers,
 * notes and comments stand in parts of their own and are left apart.
 */
export async function readWord(artifact: Artifact): Promise<Document> {
  const { source } = artifact;
  const officePackage = await openPackage(artifact.bytes, source);
  const main = await mainPart(officePackage, source);
  const { root } = main.part;
  const body = childOf(root, 'w:body');
  if (root.name !== 'w:document' || body === undefined) throw damaged(source, 'its main part holds no document');
  const relationships = await officePackage.relationships(main.name);
  const partOfType = async (type: string): Promise<XmlPart | null> => {
    const found = [...relationships.values()].find((each) => each.type === type && !each.isExternal);
    return found === undefined ? null : officePackage.part(found.target);
  };
  const [styles, numbering] = [await partOfType('styles'), await partOfType('numbering')];

  const reasons = new Map<string, StatusReason>();
  const story = readStory(body, {
    styles: readStyles(styles?.root),
    numbering: readNumbering(numbering?.root),
    fields: trackFields(body),
    sheets: await readEmbeddedSheets(officePackage, relationships),
    reasons,
  });
  const read = blocksOf(story, bodyTypeOf(story));
  const blocks = renumbered(joinTornParagraphs(joinSplitTables(read.blocks)));
  return {
    mediaType: MEDIA_TYPE,
    pages: null,
    pageSizes: [],
    blocks,
    asides: [],
    metadata: await readProperties(officePackage),
    links: readLinks(body, relationships),
    reasons: [...reasons.values(), ...read.reasons, ...depth(main.part), ...emptiness(blocks)],
  };
}

/** The part that the package names as its document, wherever it lies. */
async function mainPart(
  { part, relationships }: OfficePackage,
  source: string,
): Promise<{ readonly name: string; readonly part: XmlPart }> {
  const stated = [...(await relationships('')).values()].find(
    ({ type, isExternal }) => type === 'officeDocument' && !isExternal,
  );
  const name = stated?.target ?? 'word/document.xml';
  const found = await part(name);
  if (found === null) throw damaged(source, `its zip container holds no ${name}`);
  return { name, part: found };
}

function depth({ cut }: XmlPart): StatusReason[] {
  return cut
    ? [{ code: 'nested-too-deep', message: 'elements nested deeper than any document needs were left out' }]
    : [];
}

function emptiness(blocks: readonly Block[]): StatusReason[] {
  return blocks.length > 0 ? [] : [{ code: 'no-text', message: 'the document shows no text' }];
}
