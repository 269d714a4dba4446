import { runCommand, userFolder } from './setup/command.mjs';
import { prepare, runScript } from './setup/prepare.mjs';

await runScript(async () => {
  const runtime = await prepare({ windowNeeded: false });
  process.chdir(userFolder(process.env, process.cwd()));
  process.exitCode = await runCommand(process.argv.slice(2), runtime);
});
