import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  answerOpenDialogs,
  answerSaveDialogs,
  type LaunchedApp,
  launchApp,
} from './support/launch.ts';

const pictures = process.env['ACTION_TEN_PICTURES'];
async function picture(page: Page, name: string): Promise<void> {
  if (pictures !== undefined) await page.screenshot({ path: join(pictures, `${name}.png`) });
}

const passphrase = 'three random words';
const second = 'bens three random words';

describe('protection in the window', () => {
  const folder = mkdtempSync(join(tmpdir(), 'action-ten-test-'));
  const path = join(folder, 'locked.actionten');
  let started: LaunchedApp;
  let page: Page;

  beforeAll(async () => {
    started = await launchApp();
    ({ page } = started);
    await answerSaveDialogs(started.app, path);
  });

  afterAll(async () => {
    await started.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('makes an encrypted workspace, and says what forgetting means before it is set', async () => {
    await page.getByLabel('Name of the force').fill('Lockshire');
    await page.getByLabel('Passphrase (optional)').fill('short');
    await page.getByText('At least 12 characters').waitFor();
    await page.getByText('A forgotten passphrase is final').waitFor();
    await picture(page, 'new-passphrase');
    await page.getByLabel('Passphrase (optional)').fill(passphrase);
    await page.getByLabel('The same again').fill(passphrase);
    await page.getByRole('button', { name: 'Make the workspace' }).click();
    await page.getByText('OFFICIAL-SENSITIVE · Lockshire').waitFor();
    expect(readFileSync(path).toString('latin1')).not.toContain('SQLite format 3');
  });

  it('registers an agreement and shows it, and the log, checked', async () => {
    await page.getByRole('button', { name: 'Sharing' }).click();
    await page.getByText('Register the sharing agreement first').waitFor();
    await page.getByRole('tab', { name: 'Agreements' }).click();
    const register = async () => {
      await page.getByLabel('Reference').fill('ISA-1');
      await page.getByLabel('Party, as it is named when something is shared').fill('Council');
      await page.getByLabel('Purpose').fill('Night-time economy');
      await page.getByLabel('Legal gateway').fill('Crime and Disorder Act 1998, section 115');
      await page.getByLabel('Holds until').fill('2999-01-01');
      await page.getByRole('button', { name: 'Register the agreement' }).click();
      await page.getByRole('cell', { name: 'ISA-1', exact: true }).waitFor();
    };
    await register();
    await page.getByRole('button', { name: 'Undo: Agreement ISA-1 is registered.' }).click();
    await page.getByText('No agreement is registered').waitFor();
    await register();
    await page.getByRole('tab', { name: 'Log' }).click();
    await page.getByRole('cell', { name: 'agreement registered' }).first().waitFor();
    await page.getByRole('button', { name: 'Check the log' }).click();
    await page.getByText('The log is as it was written').waitFor();
    await page.getByLabel('Head that was kept elsewhere (optional)').fill('f'.repeat(64));
    await page.getByRole('button', { name: 'Check the log' }).click();
    await page.getByText('The log is not as it was written').waitFor();
    await picture(page, 'log');
  });

  it('asks for the passphrase, refuses a wrong one and opens with the right one', async () => {
    await page.getByRole('button', { name: 'Home' }).click();
    await page.getByRole('button', { name: 'Close the workspace' }).click();
    await page.getByRole('button', { name: 'Open locked.actionten' }).click();
    const unlock = page.getByRole('region', { name: 'Unlock' });
    await unlock.getByRole('textbox', { name: 'Passphrase' }).fill('a wrong passphrase');
    await unlock.getByRole('button', { name: 'Unlock' }).click();
    await page.getByText('The passphrase is wrong').waitFor();
    await picture(page, 'unlock');
    await unlock.getByRole('textbox', { name: 'Passphrase' }).fill(passphrase);
    await unlock.getByRole('button', { name: 'Unlock' }).click();
    await page.getByText('OFFICIAL-SENSITIVE · Lockshire').waitFor();
    expect(await page.getByText('The passphrase is wrong').count()).toBe(0);
  });

  it('changes the passphrase', async () => {
    await page.getByRole('button', { name: 'Sharing' }).click();
    await page.getByRole('tab', { name: 'Protection' }).click();
    await picture(page, 'protection');
    await page.getByLabel('New passphrase').fill('other random words');
    await page.getByLabel('The same again').fill('other random words');
    await page.getByRole('button', { name: 'Change the passphrase' }).click();
    await page.getByText('The workspace is encrypted with the new passphrase.').waitFor();
  });

  it('gives a second person a key of their own, and shows the recovery key once', async () => {
    await page.getByRole('tab', { name: 'Users' }).click();
    await page.getByLabel('Your own name, as the log will have it').fill('Amy');
    await page.getByLabel('Name of the other user').fill('Ben');
    await page.getByLabel('New passphrase').fill(second);
    await page.getByLabel('The same again').fill(second);
    await page.getByRole('button', { name: 'Add the user' }).click();
    await page.getByText('Write the recovery key down now').waitFor();
    await page.getByRole('cell', { name: 'Amy (you)' }).waitFor();
    await picture(page, 'users');
  });

  it('releases the references of suspects when a second person agrees', async () => {
    const extract = join(folder, 'extract.csv');
    writeFileSync(
      extract,
      'reference,offenceTitle,offenceCode,recordedOn,victimReference,victimSex,suspectReference\n' +
        'A1,Exposure,088/09,2026-02-15,V1,female,S-ONE\n' +
        'A2,Exposure,088/09,2026-02-16,V2,female,S-ONE\n',
    );
    await answerOpenDialogs(started.app, [extract]);
    await page.getByRole('button', { name: 'Data', exact: true }).click();
    await page.getByRole('button', { name: 'Choose files' }).click();
    await page.getByRole('button', { name: 'Import 1 file' }).click();
    await page.getByRole('contentinfo').getByText('2 incidents').waitFor();
    await page.getByRole('button', { name: 'Sharing' }).click();
    await page.getByRole('tab', { name: 'Way back' }).click();
    await page.getByLabel('For (offender manager)').fill('A. Manager');
    await page.getByLabel('Purpose').fill('Offender panel');
    await page.getByRole('button', { name: 'Ask' }).click();
    await page.getByText('Request 1 waits for a second person.').waitFor();
    const out = join(folder, 'references.csv');
    await answerSaveDialogs(started.app, out);
    const release = page.getByRole('region', { name: 'Release' });
    await release.getByRole('button', { name: 'Choose the force’s extract' }).click();
    await release.getByLabel('Passphrase of the second person').fill('other random words');
    await release.getByRole('button', { name: 'Release' }).click();
    await page.getByText('has to be released by somebody other').waitFor();
    expect(existsSync(out)).toBe(false);
    await picture(page, 'way-back');
    await release.getByLabel('Passphrase of the second person').fill(second);
    await release.getByRole('button', { name: 'Release' }).click();
    await page.getByText('Released to a file for A. Manager: references 1').waitFor();
    expect(readFileSync(out, 'utf8')).toContain('S-ONE');
    await picture(page, 'way-back-released');
  });

  it('says at home what is due to be erased, and erases it with a proof', async () => {
    await page.getByRole('tab', { name: 'Retention' }).click();
    await page.getByLabel('Last day of extract.csv').fill('2026-01-31');
    await page.keyboard.press('Enter');
    await page.getByText('due', { exact: true }).waitFor();
    // A change can be taken back from the foot of the window, by the keyboard too.
    await page.getByRole('heading', { level: 1 }).click();
    await page.keyboard.press('Control+z');
    await page.getByText('due', { exact: true }).waitFor({ state: 'detached' });
    await page.getByLabel('Last day of extract.csv').fill('2026-01-31');
    await page.keyboard.press('Enter');
    await page.getByText('due', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Home' }).click();
    await page.getByText('Files past the last day on which they may be kept: 1.').waitFor();
    await picture(page, 'due-at-home');
    await page.getByRole('button', { name: 'Open Retention: ' }).click();
    await page.getByRole('button', { name: 'Erase extract.csv' }).click();
    await page.getByLabel('Why (the log keeps it: name nobody)').fill('Retention ended');
    await page.getByRole('button', { name: 'Erase for good' }).click();
    await page.getByText('rows left 0, pages of the file that hold nothing 0').waitFor();
    await page.getByRole('contentinfo').getByText('0 incidents').waitFor();
    await picture(page, 'erased');
  });

  it('says when the workspace was put back to an earlier copy', async () => {
    await page.getByRole('button', { name: 'Home' }).click();
    await page.getByRole('button', { name: 'Close the workspace' }).click();
    copyFileSync(path, `${path}.earlier`);
    const open = async () => {
      await page.getByRole('button', { name: 'Open locked.actionten' }).click();
      const unlock = page.getByRole('region', { name: 'Unlock' });
      await unlock.getByRole('textbox', { name: 'Passphrase' }).fill(second);
      await unlock.getByRole('button', { name: 'Unlock' }).click();
      await page.getByText('OFFICIAL-SENSITIVE · Lockshire').waitFor();
    };
    const warning = page.getByText('This workspace is older than what this computer saw');
    await open();
    await page.getByRole('button', { name: 'Sharing' }).click();
    await page.getByRole('tab', { name: 'Way back' }).click();
    await page.getByLabel('Why').fill('Yearly');
    await page.getByRole('button', { name: 'Renew' }).click();
    await page.getByRole('button', { name: 'Renew them' }).click();
    await page.getByText('Pseudonyms are under key 2 now').waitFor();
    await page.getByRole('button', { name: 'Home' }).click();
    expect(await warning.count()).toBe(0);
    await page.getByRole('button', { name: 'Close the workspace' }).click();
    await page.getByText('No workspace is open.').waitFor();
    copyFileSync(`${path}.earlier`, path);
    await open();
    await warning.waitFor();
    await picture(page, 'rolled-back');
  });
});
