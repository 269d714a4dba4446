import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  answerOpenDialogs,
  answerSaveDialogs,
  enginePid,
  type LaunchedApp,
  launchApp,
  startAgain,
} from './support/launch.ts';
import { lockedAnswers, tryLocks } from './support/locks.ts';

let shell: LaunchedApp;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'action-ten-files-'));
  shell = await launchApp();
});
afterAll(async () => {
  await shell?.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('what the page cannot do', () => {
  test('it starts without an error', async () => {
    const { page, problems } = shell;
    expect(await page.title()).toBe('Action Ten');
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(problems).toEqual([]);
  });

  test('every window is sandboxed and isolated', async () => {
    const preferences = await shell.app.evaluate(({ webContents }) =>
      // Electron has this function for its own inside and leaves it out of its types.
      webContents
        .getAllWebContents()
        .map((contents) =>
          (contents as unknown as { getLastWebPreferences(): object }).getLastWebPreferences(),
        ),
    );
    expect(preferences).toHaveLength(1);
    expect(preferences[0]).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
    });
    const spelling = await shell.app.evaluate(({ session }) =>
      session.defaultSession.isSpellCheckerEnabled(),
    );
    expect(spelling).toBe(false);
  });

  test.each(['https://example.com/', 'http://127.0.0.1:9/', 'file:///etc/passwd'])(
    'the shell cancels a request for %s even where no policy stands before it',
    async (address) => {
      // From the main process: the page's own policy would stop it sooner.
      const error = await shell.app.evaluate(async ({ BrowserWindow }, url) => {
        const window = new BrowserWindow({ show: false });
        try {
          await window.loadURL(url);
          return 'loaded';
        } catch (failed) {
          return (failed as { code: string }).code;
        } finally {
          window.destroy();
        }
      }, address);
      expect(error).toBe('ERR_BLOCKED_BY_CLIENT');
    },
  );

  test('its locks hold: windows, navigation, permissions, inline script, pickers, web views', async () => {
    const { page, app } = shell;
    const { policy, ...found } = await tryLocks(page);
    expect(found).toEqual(lockedAnswers);
    expect(policy).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self' 'nonce-/);
    const windows = await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);
    expect(windows).toBe(1);
  });

  test('a page is never led elsewhere by an answer, nor given a web view, nor a download', async () => {
    const heard = await shell.app.evaluate(({ BrowserWindow, session }) => {
      const [window] = BrowserWindow.getAllWindows();
      const stopped = (emitter: unknown, name: string, ...rest: unknown[]): boolean => {
        let isStopped = false;
        const event = {
          url: 'https://example.com/',
          preventDefault: () => {
            isStopped = true;
          },
        };
        (emitter as { emit(name: string, ...all: unknown[]): void }).emit(name, event, ...rest);
        return isStopped;
      };
      const names = [
        'will-attach-webview',
        'will-navigate',
        'will-frame-navigate',
        'will-redirect',
      ];
      return [
        ...names.filter((name) => !stopped(window?.webContents, name)),
        ...['will-download'].filter((name) => !stopped(session.defaultSession, name)),
      ];
    });
    expect(heard).toEqual([]);
  });

  test('files are reached by tokens of a dialog and by nothing else', async () => {
    const { page } = shell;
    const outcome = await page.evaluate(() =>
      window.actionTen.openWorkspace({ path: '/etc/passwd' }),
    );
    expect(outcome).toMatchObject({ ok: false, code: 'not-permitted' });
    const dropped = await page.evaluate(() =>
      window.actionTen.dropFile(new File(['made in the page'], 'passwd')),
    );
    expect(dropped).toBeNull();
  });
});

describe('what the shell does for the page', () => {
  test('the analyst’s choice comes back as a token, and no choice as nothing', async () => {
    const { page, app } = shell;
    const file = join(folder, 'a.csv');
    writeFileSync(file, 'no,known,column\n1,2,3\n');
    await answerOpenDialogs(app, []);
    expect(await page.evaluate(() => window.actionTen.chooseFiles('import'))).toEqual([]);
    await answerOpenDialogs(app, [file]);
    const chosen = await page.evaluate(() => window.actionTen.chooseFiles('import'));
    expect(chosen.map(({ name }) => name)).toEqual(['a.csv']);
    await answerSaveDialogs(app, null);
    const place = await page.evaluate(() => window.actionTen.chooseSavePath('layer', 'x.geojson'));
    expect(place).toBeNull();
  });

  test('the profile is shown, exported with its marking on each page, and recorded', async () => {
    const { page, app } = shell;
    const built = await page.evaluate(async () => {
      const { token } = await window.actionTen.sampleFolder();
      return window.actionTen.buildSample({ directory: token, incidents: 2_000 });
    });
    expect(built).toMatchObject({ ok: true });

    const view = await page.evaluate(() => window.actionTen.reportUrl());
    if (!view.ok) throw new Error(view.message);
    expect(view.value.url).toMatch(/^app:\/\/ui\/report\//);

    await answerSaveDialogs(app, join(folder, 'none', 'profile.pdf'));
    const refused = await page.evaluate(() => window.actionTen.exportProfilePdf());
    expect(refused).toMatchObject({ ok: false, code: 'not-found' });
    await answerSaveDialogs(app, null);
    const cancelled = await page.evaluate(() => window.actionTen.exportProfilePdf());
    expect(cancelled).toMatchObject({ ok: false, code: 'cancelled' });
    expect(await exportsRecorded()).toBe(0);

    await answerSaveDialogs(app, join(folder, 'profile'));
    const exported = await page.evaluate(() => window.actionTen.exportProfilePdf());
    expect(exported).toEqual({ ok: true, value: { name: 'profile.pdf' } });
    const pages = execFileSync('pdftotext', ['-layout', join(folder, 'profile.pdf'), '-'], {
      encoding: 'utf8',
    }).split('\f');
    pages.pop();
    expect(pages.length).toBeGreaterThan(5);
    pages.forEach((text, index) => {
      expect(text.split(view.value.profile.marking).length - 1).toBeGreaterThanOrEqual(2);
      expect(text).toContain(`Page ${index + 1} of ${pages.length}`);
    });
    expect(await exportsRecorded()).toBe(1);
  });

  test('a dead engine is told, and a new one opens the workspace again', async () => {
    const { page } = shell;
    await page.evaluate(() => {
      const told = new Promise<void>((resolve) => window.actionTen.onEngineStopped(resolve));
      Object.assign(window, { told });
    });
    process.kill(enginePid(shell.app), 'SIGKILL');
    await page.evaluate(() => (window as unknown as { told: Promise<void> }).told);
    const lost = await page.evaluate(() => window.actionTen.workspaceSummary({}));
    expect(lost).toMatchObject({ ok: false, code: 'engine-stopped' });

    expect(await page.evaluate(() => window.actionTen.restartEngine())).toMatchObject({ ok: true });
    const opened = await page.evaluate(async () => {
      const [latest] = await window.actionTen.recentWorkspaces();
      return latest && window.actionTen.openWorkspace({ path: latest.token });
    });
    expect(opened).toMatchObject({
      ok: true,
      value: { summary: { counts: { incidents: 2_000 } } },
    });
  });

  test('the log holds codes and no names or paths', () => {
    const log = readFileSync(join(shell.userData, 'logs', 'action-ten.log'), 'utf8');
    expect(log).toContain('engine-stopped');
    expect(log).toContain('export-failed code=not-found');
    expect(log).not.toMatch(/actionten|profile|[/\\]tmp|Northmoor/);
  });
});

test('a second app on the same data brings the first forward and ends; closing leaves no process', async () => {
  const first = await launchApp();
  const engine = enginePid(first.app);
  await startAgain(first.userData);
  await first.page.getByRole('heading', { level: 1 }).waitFor();
  await first.close();
  expect(existsSync(`/proc/${engine}`)).toBe(false);
});

test('the window is as large as it was left, and so is what is in it', async () => {
  const userData = join(folder, 'left');
  const shapeOf = ({ app }: LaunchedApp): Promise<unknown> =>
    app.evaluate(({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows();
      return [window?.isVisible(), window?.getSize(), window?.webContents.getZoomFactor()];
    });
  const left = [true, [1010, 710], 1.25];
  const first = await launchApp({ userData });
  await first.app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    window?.setSize(1010, 710);
    window?.webContents.setZoomFactor(1.25);
  });
  // The screen grants a size in its own time: a window closed before that is left as it was.
  await expect.poll(() => shapeOf(first), { timeout: 10_000 }).toEqual(left);
  await first.close();
  const second = await launchApp({ userData });
  await second.page.getByRole('heading', { level: 1 }).waitFor();
  // The contents get their size when the page has loaded, which may be after its heading is there.
  await expect.poll(() => shapeOf(second), { timeout: 10_000 }).toEqual(left);
  await second.close();
});

async function exportsRecorded(): Promise<number> {
  const audit = await shell.page.evaluate(() => window.actionTen.readAudit({}));
  if (!audit.ok) throw new Error(audit.message);
  return audit.value.latest.filter(({ action }) => action === 'profile exported').length;
}
