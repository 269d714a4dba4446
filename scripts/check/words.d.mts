export declare function findWordProblems(
  sources: readonly { readonly path: string; readonly text: string }[],
): string[];
