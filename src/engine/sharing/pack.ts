import { createHash } from 'node:crypto';
import { ZipFile } from 'yazl';
import { type LayerFormat, layerFormats } from './formats/formats.ts';
import { layersAsGeoPackage } from './formats/geopackage.ts';
import { aboutInWords } from './formats/kml.ts';
import type { ShareTerms } from './make-layer.ts';
import type { PackDocument } from './pack-document.ts';
import type { SafeLayer } from './safe-layer.ts';

/** What a pack was asked for and does not hold. */
export interface LeftOutLayer {
  readonly layer: string;
  readonly why: string;
}

interface PackFile {
  readonly name: string;
  readonly bytes: Buffer;
}

/**
 * A share pack as ZIP: the edition if there is one, the layers, a README in plain words, and a manifest with the
 * SHA-256 of each file and the head of the audit log, which holds the pack against the log later.
 *
 * @returns The bytes, and the SHA-256 of the manifest, which the log keeps.
 */
export async function packOf(
  layers: readonly SafeLayer[],
  formats: readonly LayerFormat[],
  leftOut: readonly LeftOutLayer[],
  terms: ShareTerms,
  document: PackDocument | null,
): Promise<{ readonly bytes: Buffer; readonly manifestHash: string }> {
  const marking = fileWords(terms.about.marking);
  const documentName = `profile_${marking}${document?.ending ?? ''}`;
  const files: PackFile[] = [
    {
      name: `README_${marking}.txt`,
      bytes: Buffer.from(readmeOf(layers, leftOut, terms, documentName, document)),
    },
    ...(document === null ? [] : [{ name: documentName, bytes: document.bytes }]),
  ];
  for (const format of formats) {
    if (format === 'gpkg') {
      files.push({ name: `layers_${marking}.gpkg`, bytes: layersAsGeoPackage(layers) });
      continue;
    }
    for (const layer of layers) {
      const content = layerFormats[format](layer);
      files.push({ name: `${layer.name}_${marking}.${format}`, bytes: Buffer.from(content) });
    }
  }
  const manifest = Buffer.from(
    `${JSON.stringify(
      {
        ...terms.about,
        document:
          document === null
            ? null
            : {
                name: documentName,
                edition: document.edition,
                disclosure: document.disclosure,
                disclosedOn: document.disclosedOn,
              },
        layers: layers.map(({ name, about, features }) => ({
          name,
          features: features.length,
          suppressed: about.suppressedFeatures,
          rule: about.rule,
        })),
        leftOut,
        files: files.map(({ name, bytes }) => ({
          name,
          bytes: bytes.length,
          sha256: sha256(bytes),
        })),
      },
      null,
      2,
    )}\n`,
  );
  const bytes = await zipOf([...files, { name: 'manifest.json', bytes: manifest }]);
  return { bytes, manifestHash: sha256(manifest) };
}

function readmeOf(
  layers: readonly SafeLayer[],
  leftOut: readonly LeftOutLayer[],
  { about: terms }: ShareTerms,
  documentName: string,
  document: PackDocument | null,
): string {
  const agreement =
    terms.agreement === null ? '' : ` under the sharing agreement ${terms.agreement}`;
  const lines = [
    terms.marking,
    '',
    `This pack was made on ${terms.madeOn} for ${terms.recipient}${agreement}.`,
    terms.agreement === null
      ? 'It is at the level of the public: whoever has it may use it and pass it on. Keep what is said here with it, above all what a feature without a number means.'
      : 'Use it for the purpose of that agreement alone, keep the marking on whatever is made from it, and pass it on only as the agreement allows.',
    '',
    'The GeoPackage (.gpkg) opens in QGIS, ArcGIS and MapInfo with colours and names; its tables are in British National Grid, and again in WGS84 under names that end in _wgs84. GeoJSON and KML are in WGS84 (longitude, latitude); the shapes in CSV are in British National Grid metres, and the marking, the recipient and what else is said here of a layer stand on each of its rows.',
    'A feature without a number is suppressed: it may have few records or many. It is not zero, and not a safe place.',
    ...(document === null
      ? []
      : [
          `${documentName} is the ${document.edition} edition of the problem profile of ${document.disclosedOn}. Its last page says by which rule it was made and what was left out.`,
        ]),
    ...layers.flatMap(({ name, about, features }) => [
      '',
      `${about.title} (${name}): ${features.length} features`,
      aboutInWords(about),
    ]),
    ...(leftOut.length === 0 ? [] : ['', 'Asked for and not in the pack:']),
    ...leftOut.map(({ layer, why }) => `${layer}: ${why}`),
    '',
    `manifest.json has the SHA-256 of each file, so that a changed one can be told, and the head of the force's audit log: ${terms.auditHead}`,
    '',
    terms.marking,
  ];
  return `${lines.join('\r\n')}\r\n`;
}

/** A marking as part of a file's name. */
function fileWords(marking: string): string {
  return marking
    .replaceAll(/[^A-Za-z0-9-]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 60);
}

function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}

async function zipOf(files: readonly PackFile[]): Promise<Buffer> {
  const zip = new ZipFile();
  for (const { name, bytes } of files) zip.addBuffer(bytes, name);
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}
