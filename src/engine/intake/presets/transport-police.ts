import type { Preset } from './preset.ts';
import { gridReference } from './synonyms.ts';

/**
 * British Transport Police's own extract (its published rows come in the data.police.uk form). Kept as partner
 * events: the home force often records the same crime, and one crime must not be counted twice.
 */
export const transportPolice: Preset = {
  name: 'british-transport-police',
  title: 'British Transport Police extract',
  kind: 'partner',
  columns: {
    reference: [
      /^btp (crime |incident )?(ref|reference|no|number)/i,
      /^crime (ref|reference|number)$/i,
    ],
    occurredFrom: [/^(committed|occurred|incident|offence) (from|date|start)/i, /^date( from)?$/i],
    occurredFromTime: [/^(committed|occurred|incident|offence) (from )?time$/i, /^time( from)?$/i],
    occurredToTime: [/^(committed|occurred) to time$/i, /^time to$/i],
    occurredTo: [/^(committed|occurred) to/i, /^date to$/i],
    category: [/^(btp )?offence( type| description)?$/i, /^crime type$/i],
    locationText: [/^station( name)?$/i, /^(rail )?location$/i],
    locationType: [/^(location|premises) type$/i],
    easting: [/easting/i],
    northing: [/northing/i],
    longitude: [/^lon(g|gitude)?$/i],
    latitude: [/^lat(itude)?$/i],
    gridReference,
    sex: [/^victim (sex|gender)$/i],
    age: [/^victim age$/i],
  },
  needs: ['occurredFrom', 'category', 'locationText'],
  marks: [/^btp\b|^b[ -]?division$/i],
  source: 'force',
  identity: { key: 'reference' },
  constants: { source: 'British Transport Police' },
};
