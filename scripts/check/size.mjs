const mostLines = 400;
const mostComponentLines = 150;

/** Files over the ceiling: 400 lines, 150 for a component. Gives one line a problem. */
export function findLargeFiles(sources) {
  return sources.flatMap(({ path, lines }) => {
    const isComponent = path.startsWith('renderer/') && path.endsWith('.tsx');
    const most = isComponent ? mostComponentLines : mostLines;
    return lines > most ? [`${path}: ${lines} lines, at most ${most} are allowed`] : [];
  });
}
