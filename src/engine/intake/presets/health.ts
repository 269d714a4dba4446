import type { Preset } from './preset.ts';
import { gridReference } from './synonyms.ts';

/**
 * Information Sharing to Tackle Violence: the minimum data set of emergency departments (NHS Data Dictionary).
 * It has neither the victim's sex nor a position, so its records are context and never a VAWG count.
 */
export const emergencyDepartment: Preset = {
  name: 'istv-emergency-department',
  title: 'A&E violence data (ISTV, Cardiff model)',
  kind: 'partner',
  columns: {
    occurredFrom: [/^assault date and time/i, /^(incident|assault) date/i],
    occurredFromTime: [/^(incident|assault) time/i],
    category: [/^assault method(?! other)/i],
    locationType: [/^assault location type/i],
    locationText: [/^assault location (description|free text|detail)/i],
    description: [/^assault method other/i],
    reference: [/^(attendance|patient) (id|number|reference)/i],
  },
  needs: ['occurredFrom', 'category', 'locationText'],
  source: 'force',
  identity: { unchanging: 'all' },
  constants: { source: 'A&E (ISTV)' },
};

/** Ambulance call-outs to violence; trusts name the columns differently. */
export const ambulance: Preset = {
  name: 'ambulance',
  title: 'ambulance call-outs',
  kind: 'partner',
  columns: {
    reference: [/^(cad|call|incident) ?(no|number|id|reference|ref)$/i],
    occurredFrom: [
      /^(date ?\/? ?time of call|call date ?(and|\/)? ?time)$/i,
      /^(call date|date of call)$/i,
      /^(call time|time of call)$/i,
    ],
    // After the date has looked: "Call time" alone holds both.
    occurredFromTime: [/^time$/i, /^(call time|time of call)$/i],
    category: [
      /chief complaint/i,
      /^ampds/i,
      /^nature( of (call|problem))?$/i,
      /^dispatch (code|reason)/i,
    ],
    easting: [/easting/i, /^x$/i],
    northing: [/northing/i, /^y$/i],
    longitude: [/^lon(g|gitude)?$/i],
    latitude: [/^lat(itude)?$/i],
    gridReference,
    postcode: [/postcode/i],
    locationText: [/^(incident )?(location|address)( text| description)?$/i],
    sex: [/^(patient )?(sex|gender)$/i],
    age: [/^(patient )?age$/i],
  },
  needs: ['occurredFrom', 'category'],
  source: 'force',
  identity: { key: 'reference' },
  constants: { source: 'Ambulance' },
};
