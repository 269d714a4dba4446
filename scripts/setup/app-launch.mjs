import { engineNode, isRoot, root, SetupError } from './common.mjs';
import { installedRuntime } from './runtime.mjs';

/** The words after Electron's name that start this folder's app; `hidden`: nobody looks at it. */
export function appArguments({ hidden }) {
  return [
    root,
    // Chromium's sandbox cannot work for root.
    ...(isRoot() ? ['--no-sandbox'] : []),
    ...(hidden ? ['--disable-gpu'] : []),
  ];
}

/** What the app needs in its environment in development: the Node its engine runs under. */
export function appEnvironment() {
  return { ...process.env, ACTION_TEN_ENGINE_NODE: engineNode() };
}

/** How the tests start the app: needs `npm test` or `npm start` to have set this folder up. */
export function appForTests() {
  const runtime = installedRuntime();
  if (!runtime) throw new SetupError('There is no Electron here yet: run `npm test` once.');
  return { ...runtime, args: appArguments({ hidden: true }), env: appEnvironment() };
}
