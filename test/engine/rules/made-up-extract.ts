/** Columns of the extract. */
export const header =
  'reference,recordType,offenceTitle,offenceCode,recordedOn,occurredFrom,easting,northing,locationType,domesticAbuseFlag,onlineFlag,victimReference,victimSex,victimAge,summary';
/** One record a line, made up. */
export const rows = [
  'A1,crime,Stalking,008/66,2026-01-05,2026-01-04 10:00,430000,430000,Street,N,N,V1,female,30,Followed home from a bus',
  'A2,crime,Harassment,195/94,2026-01-06,2026-01-05 11:00,430100,430100,Dwelling,Y,N,V1,female,30,Sent messages on Snapchat',
  'A3,crime,Common assault,105/01,2026-01-07,2026-01-06 12:00,430200,430200,Zeppelin,N,N,V2,female,17,Pushed',
  'A4,crime,Words nobody has seen,,2026-01-08,2026-01-07 13:00,430300,430300,Park,N,N,V3,male,40,Odd',
  'A5,crime,Non-fatal strangulation,008/77,2026-01-09,2026-01-08 14:00,430400,430400,Flat,Y,N,V4,female,25,Held',
  'A6,crime,Shoplifting,046/01,2026-01-10,2026-01-09 15:00,430500,430500,Shop,N,N,,,,',
];
