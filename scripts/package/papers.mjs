import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { npmCommand, root, SetupError } from '../setup/common.mjs';

/** What is shipped and is no package: file of its terms, and what it is. */
const others = [
  ['assets/grid/NOTICE.md', 'OSTN15 transformation grid'],
  ['assets/fonts/LICENSE-Inter.txt', 'Inter typeface'],
  ['assets/code-lists/README.md', 'Code lists'],
  ['assets/harm/README.md', 'Harm weights'],
  ['assets/lists/README.md', 'Outcome codes and risk indicators'],
];

const licenceName = /^(?:licen[cs]e|copying|notice|copyright|unlicense)/i;

/** Licences that ask nothing that a closed product cannot give. Another one stops the package until it was looked at. */
const known = new Set(
  (
    'MIT ISC 0BSD BSD-2-Clause BSD-3-Clause Apache-2.0 BlueOak-1.0.0 ' +
    'MPL-2.0 OFL-1.1 Unlicense CC0-1.0 Zlib'
  ).split(' '),
);

/** What a package says wrongly of itself, after a look at its licence's text. */
const misspelt = { 'BDS-3-Clause': 'BSD-3-Clause' };

/**
 * Licences that a force's lawyers have to accept first: a release with them is refused. Hippocratic 2.1 asks for
 * public arbitration and an indemnity.
 */
const undecided = new Set(['Hippocratic-2.1']);

/** What the build noted as shipped: name, version, licence and the text of it. */
function shippedPackages() {
  const list = JSON.parse(readFileSync(join(root, 'out', 'packages.json'), 'utf8'));
  return list.map((folder) => {
    const place = join(root, 'node_modules', folder);
    const about = JSON.parse(readFileSync(join(place, 'package.json'), 'utf8'));
    const texts = readdirSync(place)
      .filter((name) => licenceName.test(name))
      .toSorted()
      .map((name) => readFileSync(join(place, name), 'utf8').trim());
    // A package can be installed under another's name, as the database is.
    const alias = folder.split('node_modules/').at(-1) ?? folder;
    return { alias, name: about.name, version: about.version, licence: licenceOf(about), texts };
  });
}

function licenceOf({ license, licenses }) {
  const said = typeof license === 'string' ? license : (license?.type ?? licenses?.[0]?.type);
  return misspelt[said] ?? said ?? 'unknown';
}

/** True when one of the licences on offer, or all that apply together, are known. */
function isKnown(licence) {
  const plain = licence.replaceAll(/[()]/g, '');
  const allOf = (words) => words.split(' AND ').every((one) => known.has(one.trim()));
  return plain.split(' OR ').some(allOf);
}

/**
 * Writes LICENCES.txt, the licences of all that is shipped beside our own code, into `folder`. Electron and Chromium
 * bring theirs in files of their own. Stops at a licence that nobody has looked at, and for a release at one that is
 * undecided.
 */
function writeLicences(folder, isRelease) {
  const shipped = shippedPackages();
  const unknown = shipped.filter(
    ({ licence }) => !isKnown(licence) && (isRelease || !undecided.has(licence)),
  );
  if (unknown.length > 0) {
    throw new SetupError(
      `Nobody has accepted the licence of ${unknown.map(({ name, licence }) => `${name} (${licence})`).join(', ')}. ` +
        'Have it read, then add it to scripts/package/papers.mjs or take the package out.',
    );
  }
  const parts = shipped.map(({ name, version, licence, texts }) =>
    [`${name} ${version}: ${licence}`, ...texts].join('\n\n'),
  );
  for (const [file, what] of others) {
    parts.push(`${what}\n\n${readFileSync(join(root, file), 'utf8').trim()}`);
  }
  const rule = `\n\n${'-'.repeat(80)}\n\n`;
  const opening =
    'Action Ten is made with the following. Electron and Chromium bring their own licences in\n' +
    'LICENSE.electron.txt and LICENSES.chromium.html beside this file.';
  writeFileSync(join(folder, 'LICENCES.txt'), `${[opening, ...parts].join(rule)}\n`);
  return shipped;
}

/**
 * Writes sbom.cdx.json, a CycloneDX bill of materials, into `folder`: npm's own list of everything installed, where
 * what is shipped has the scope "required" and what only builds and tests "excluded". The same sources give the same
 * file: it has no time and no number of chance.
 */
function writeBillOfMaterials(folder, shipped) {
  const { command, args, options } = npmCommand(['sbom', '--sbom-format', 'cyclonedx']);
  const bill = JSON.parse(
    execFileSync(command, args, {
      ...options,
      cwd: root,
      encoding: 'utf8',
      maxBuffer: 2 ** 26,
      stdio: ['ignore', 'pipe', 'ignore'],
    }),
  );
  const about = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const reference = ({ name, version }) => `${name}@${version}`;
  const isShipped = new Set(shipped.map(reference));
  delete bill.serialNumber;
  delete bill.metadata.timestamp;
  Object.assign(bill.metadata.component, { name: about.name, type: 'application' });
  for (const component of bill.components) {
    const own = shipped.find(
      ({ alias, version }) => `${alias}@${version}` === reference(component),
    );
    if (own !== undefined && own.name !== own.alias)
      Object.assign(component, { name: own.name, purl: `pkg:npm/${own.name}@${own.version}` });
    // Electron is shipped, though no source file of it is bundled.
    component.scope =
      isShipped.has(reference(component)) || component.name === 'electron'
        ? 'required'
        : 'excluded';
  }
  bill.components.sort((one, other) => (reference(one) < reference(other) ? -1 : 1));
  writeFileSync(join(folder, 'sbom.cdx.json'), `${JSON.stringify(bill, null, 2)}\n`);
  const missing = [...isShipped].filter(
    (wanted) => !bill.components.some((component) => reference(component) === wanted),
  );
  if (missing.length > 0)
    throw new SetupError(
      `The bill of materials does not list ${missing.join(', ')}, which is shipped.`,
    );
}

/** Writes the papers that go into every package into `folder`, which is there. */
export function writePapers(folder, { isRelease }) {
  writeBillOfMaterials(folder, writeLicences(folder, isRelease));
}

/** Writes SHA256SUMS of the files in `folder` that may be given away, in the form that `sha256sum --check` reads. */
export function writeHashes(folder) {
  const lines = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:exe|msi|deb|AppImage|gz|json)$/.test(entry.name))
    .map(({ name }) => name)
    .toSorted()
    .map((name) => {
      const hash = createHash('sha256')
        .update(readFileSync(join(folder, name)))
        .digest('hex');
      return `${hash}  ${name}`;
    });
  writeFileSync(join(folder, 'SHA256SUMS'), `${lines.join('\n')}\n`);
}
