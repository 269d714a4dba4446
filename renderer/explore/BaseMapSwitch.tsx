import { t } from '../words/t.ts';
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
          {t('map.base')}
        </label>
        <input
          type="range"
          aria-label={t('map.base.strength')}
          min={0.2}
          max={1}
          step={0.1}
          value={opacity}
          disabled={!isOn}
          onChange={(event) => change({ isOn, opacity: Number(event.currentTarget.value) })}
        />
      </div>
      {isTooFar && <small role="status">{t('map.base.zoomIn')}</small>}
      {isOn && facts !== null && (
        <small>
          {facts.attribution === ''
            ? t('map.base.unnamed', { name: facts.name })
            : facts.attribution}
        </small>
      )}
    </>
  );
}
