/** How the tests start the app; see app-launch.mjs. */
export function appForTests(): {
  readonly program: string;
  /** True on the older Electron, which only development and tests use. */
  readonly isFallback: boolean;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
};
