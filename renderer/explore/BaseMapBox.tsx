import type { BaseMapState } from './use-base-map.ts';

/** On the map: the base map's switch and strength, whom it is from, or why it cannot be drawn. */
export function BaseMapBox({ base }: { base: BaseMapState }) {
  const { facts, isOn, opacity, change } = base;
  if (facts === null) return null;
  const { problem } = facts;
  return (
    <aside className="map-box base-map" aria-label="Base map">
      {problem === null ? (
        <>
          <div className="base-map-row">
            <label>
              <input
                type="checkbox"
                role="switch"
                checked={isOn}
                onChange={(event) => change({ isOn: event.currentTarget.checked, opacity })}
              />{' '}
              Base map
            </label>
            <input
              type="range"
              aria-label="Strength of the base map"
              min={0.2}
              max={1}
              step={0.1}
              value={opacity}
              disabled={!isOn}
              onChange={(event) => change({ isOn, opacity: Number(event.currentTarget.value) })}
            />
          </div>
          {isOn && (
            <small>
              {facts.attribution === ''
                ? `${facts.name}: the file does not say whom it is from`
                : facts.attribution}
            </small>
          )}
        </>
      ) : (
        <div role="status">
          <strong>Base map not drawn.</strong> {problem.message} {problem.remedy}
        </div>
      )}
    </aside>
  );
}
