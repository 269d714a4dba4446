/** How the tests start the app; see app-launch.mjs. */
export function appForTests(): {
  readonly program: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
};
