import type { BaseMapState } from './use-base-map.ts';

/** Base map on or off and how strong, with whom it is from. */
export function BaseMapSwitch({ base, isTooFar }: { base: BaseMapState; isTooFar: boolean }) {
  const { facts, isOn, opacity, change } = base;
  return (
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
      {isTooFar && <small role="status">Zoom in to see it.</small>}
      {isOn && facts !== null && (
        <small>
          {facts.attribution === ''
            ? `${facts.name}: the file does not say whom it is from`
            : facts.attribution}
        </small>
      )}
    </>
  );
}
