import { build, buildIsCurrent } from './build-state.mjs';
import { SetupError, say } from './common.mjs';
import { withSetupLock } from './lock.mjs';
import { installModules, modulesAreCurrent } from './modules.mjs';
import { installedRuntime, installRuntime } from './runtime.mjs';
import { installLibraries, librariesAreThere } from './system-libraries.mjs';

/**
 * Brings this folder to where the app, its commands and its tests run, doing only what is not done yet; says
 * what it does on standard error. Gives the Electron runtime, or null when it cannot be had and
 * `windowNeeded` is false (everything but the window and printing works then).
 */
export async function prepare({ windowNeeded = true, forTests = false } = {}) {
  needNode20();
  const ready = alreadyReady(forTests);
  if (ready) return ready;
  return withSetupLock(async () => {
    if (!modulesAreCurrent()) await installModules();
    const runtime = await runtimeWithLibraries(windowNeeded, forTests);
    if (!buildIsCurrent()) await build();
    return runtime;
  });
}

/** Brings the modules to what the lock file asks for, and no more: enough to check and to build. */
export async function prepareModules() {
  needNode20();
  if (!modulesAreCurrent()) await withSetupLock(installModules);
}

function needNode20() {
  if (Number(process.versions.node.split('.')[0]) >= 20) return;
  throw new SetupError(
    `Action Ten needs Node 20 or newer to set itself up; this is Node ${process.versions.node}. ` +
      'Install a newer one from https://nodejs.org and try again.',
  );
}

function alreadyReady(forTests) {
  if (!modulesAreCurrent() || !buildIsCurrent()) return null;
  const runtime = installedRuntime();
  return runtime && librariesAreThere(runtime.program, forTests) ? runtime : null;
}

async function runtimeWithLibraries(windowNeeded, forTests) {
  try {
    const runtime = installedRuntime() ?? (await installRuntime());
    if (!librariesAreThere(runtime.program, forTests)) {
      await installLibraries(runtime.program, forTests);
    }
    return runtime;
  } catch (error) {
    if (windowNeeded || !(error instanceof SetupError)) throw error;
    say(`${error.message}\nUntil then everything but printing a PDF works.`);
    return null;
  }
}

/** Runs a script's main function; a SetupError ends it with its message alone and exit code 1. */
export async function runScript(main) {
  try {
    await main();
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    say(error.message);
    process.exitCode = 1;
  }
}
