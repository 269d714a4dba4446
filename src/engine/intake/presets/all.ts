import { deprivation, lsoa2011To2021, smallToLargeArea } from './areas.ts';
import { canonicalPresets } from './canonical.ts';
import {
  councilAntiSocialBehaviour,
  councilCctv,
  councilLighting,
  councilLightingFaults,
} from './council.ts';
import { ambulance, emergencyDepartment } from './health.ts';
import { licensedPremises, naptanStops, schools } from './places.ts';
import { policeUkOutcomes, policeUkStopAndSearch } from './police-uk-others.ts';
import { policeUkStreet, policeUkStreet2012 } from './police-uk-street.ts';
import { censusSex, populationByAge } from './population.ts';
import { codePointOpen, onsPostcodes, plainPostcodes } from './postcodes.ts';
import type { Preset } from './preset.ts';
import {
  bankHolidays,
  cambridgeHarmIndex,
  crimeSeverity,
  offenceClasses,
  recordedCrime,
  recordedOutcomes,
} from './reference-lists.ts';
import { streetSafeColumns, streetSafeRows } from './streetsafe.ts';
import { transportPolice } from './transport-police.ts';

/**
 * The presets in the order in which they are tried: published forms that nothing else has first, then the
 * product's own canonical form, then the loosely named files of partners.
 */
export const presets: readonly Preset[] = [
  policeUkStreet,
  policeUkOutcomes,
  policeUkStopAndSearch,
  policeUkStreet2012,
  naptanStops,
  schools,
  censusSex,
  populationByAge,
  onsPostcodes,
  deprivation,
  lsoa2011To2021,
  smallToLargeArea,
  codePointOpen,
  plainPostcodes,
  crimeSeverity,
  cambridgeHarmIndex,
  recordedOutcomes,
  recordedCrime,
  offenceClasses,
  bankHolidays,
  emergencyDepartment,
  transportPolice,
  ...canonicalPresets.filter(({ kind }) => kind === 'voices' || kind === 'incidents'),
  streetSafeColumns,
  streetSafeRows,
  ambulance,
  councilLightingFaults,
  councilAntiSocialBehaviour,
  councilCctv,
  councilLighting,
  licensedPremises,
  ...canonicalPresets.filter(({ kind }) => kind !== 'voices' && kind !== 'incidents'),
];
