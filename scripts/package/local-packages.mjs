import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onPath, root, SetupError } from '../setup/common.mjs';

const packageName = 'action-ten-not-for-release';
const home = '/opt/action-ten-not-for-release';

const menuEntry = `[Desktop Entry]
Type=Application
Name=Action Ten (not for release)
Comment=Workbench for the problem profile on violence against women and girls
Exec=${home}/action-ten %U
Icon=${packageName}
Terminal=false
Categories=Office;
MimeType=application/x-actionten;
StartupWMClass=Action Ten (not for release)
`;

const fileType = `<?xml version="1.0" encoding="UTF-8"?>
<mime-info xmlns="http://www.freedesktop.org/standards/shared-mime-info">
  <mime-type type="application/x-actionten">
    <comment>Action Ten workspace</comment>
    <glob pattern="*.actionten"/>
  </mime-type>
</mime-info>
`;

/**
 * Makes a deb and a tar.gz of the unpacked program in `program`, into `out`. By the system's own tools, since what
 * electron-builder makes these with comes from the web. Times, owners and order are fixed, so that the same program
 * gives the same bytes.
 */
export function makeLocalPackages(program, out) {
  if (!onPath('dpkg-deb')) throw new SetupError('A deb is made with dpkg-deb, which is not here.');
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const stage = mkdtempSync(join(tmpdir(), 'action-ten-deb-'));
  try {
    const file = (path, text) => {
      mkdirSync(join(stage, path, '..'), { recursive: true });
      writeFileSync(join(stage, path), text);
    };
    cpSync(program, join(stage, home), { recursive: true, verbatimSymlinks: true });
    file(`usr/share/applications/${packageName}.desktop`, menuEntry);
    file(`usr/share/mime/packages/${packageName}.xml`, fileType);
    const kilobytes = Number.parseInt(execFileSync('du', ['-sk', stage], { encoding: 'utf8' }), 10);
    file(
      'DEBIAN/control',
      `Package: ${packageName}\nVersion: ${version}\nArchitecture: amd64\nMaintainer: Action Ten\n` +
        `Installed-Size: ${kilobytes}\nSection: misc\nPriority: optional\n` +
        'Depends: libgtk-3-0, libnss3, libasound2, libgbm1, libxss1, libatspi2.0-0\n' +
        'Description: Action Ten, for tests only (not for release)\n' +
        ' Runs on an older Electron that is no longer kept secure. Not to be used with real evidence.\n',
    );
    const env = { ...process.env, SOURCE_DATE_EPOCH: '0' };
    const name = `${packageName}_${version}_amd64`;
    execFileSync('chmod', ['-R', 'u=rwX,go=rX', stage]);
    // The parts of the deb carry the time of the files.
    execFileSync('find', [stage, '-exec', 'touch', '-h', '-d', '@0', '{}', '+']);
    // For tests: the least effort of packing, which is most of the time that this takes.
    const deb = ['-Zgzip', '-z1', '--root-owner-group', '--build', stage, join(out, `${name}.deb`)];
    execFileSync('dpkg-deb', deb, { env, stdio: 'ignore' });
    const tar = ['--sort=name', '--mtime=@0', '--owner=0', '--group=0', '--numeric-owner'];
    const names = ['-C', join(stage, 'opt'), packageName];
    execFileSync('tar', [...tar, '-I', 'gzip -1n', '-cf', join(out, `${name}.tar.gz`), ...names]);
  } finally {
    rmSync(stage, { recursive: true, force: true });
  }
}
