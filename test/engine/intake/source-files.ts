/** One small made-up file of each source, with what it must be taken for. */
export interface SourceFile {
  readonly name: string;
  readonly kind: string;
  readonly preset: string;
  readonly lines: readonly string[];
  /** Rows that are accepted; the others of the file are none. */
  readonly accepted: number;
}

const source = (
  name: string,
  kind: string,
  preset: string,
  ...lines: readonly string[]
): SourceFile => ({ name, kind, preset, lines, accepted: lines.length - 1 });

export const sourceFiles: readonly SourceFile[] = [
  source(
    'street',
    'incidents',
    'police-uk-street',
    'Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,Crime type,Last outcome category,Context',
    'aa01,2026-01,Testshire Police,Testshire Police,-2.600000,51.450000,On or near Made Up Road,E01000001,Nowhere 001A,Violence and sexual offences,Under investigation,',
    ',2026-01,Testshire Police,Testshire Police,-2.600000,51.450000,On or near Made Up Road,E01000001,Nowhere 001A,Anti-social behaviour,,',
    ',2026-01,Testshire Police,Testshire Police,-2.600000,51.450000,On or near Made Up Road,E01000001,Nowhere 001A,Anti-social behaviour,,',
  ),
  source(
    'street of 2012',
    'incidents',
    'police-uk-street-2012',
    'Month,Reported by,Falls within,Easting,Northing,Location,Crime type,Context',
    '2012-03,Testshire Police,Testshire Police,358000,173000,On or near Made Up Road,Violent crime,',
  ),
  source(
    'outcomes',
    'outcomes',
    'police-uk-outcomes',
    'Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,Outcome type',
    'aa01,2026-02,Testshire Police,Testshire Police,-2.600000,51.450000,On or near Made Up Road,E01000001,Nowhere 001A,Unable to prosecute suspect',
  ),
  source(
    'stop and search',
    'stop-and-search',
    'police-uk-stop-and-search',
    'Type,Date,Part of a policing operation,Policing operation,Latitude,Longitude,Gender,Age range,Self-defined ethnicity,Officer-defined ethnicity,Legislation,Object of search,Outcome,Outcome linked to object of search,Removal of more than just outer clothing',
    'Person search,2026-03-01T09:58:14+00:00,False,,51.450000,-2.600000,Male,18-24,Other,White,Made Up Act 1971 (section 23),Offensive weapons,A no further action disposal,False,False',
  ),
  source(
    'force extract under other names',
    'incidents',
    'force-extract',
    'Crime Number,Offence Description,HO Code,Date Recorded,Committed From,Grid Easting,Grid Northing,DA Flag',
    '42/000001/26,Stalking,008/66,14/02/2026 10:15,13/02/2026 23:30,358000,173000,Y',
  ),
  source(
    'streetsafe, one delimited column',
    'perceptions',
    'streetsafe-style',
    'report_id,date,latitude,longitude,env_reasons,behaviour_reasons,other,age_band,sex',
    'R1,14/02/2026,51.45,-2.6,Badly lit;Rundown,Feeling followed,,25-34,Female',
  ),
  source(
    'streetsafe, a column a reason',
    'perceptions',
    'streetsafe-reason-columns',
    'Report ID,Date,Latitude,Longitude,Badly lit,Rundown,Feeling followed,Age band,Sex',
    'R1,14/02/2026,51.45,-2.6,Y,N,Y,25-34,Female',
  ),
  source(
    'streetsafe, a row a reason',
    'perceptions',
    'streetsafe-reason-rows',
    'Report ID,Date,Latitude,Longitude,Reason,Reason type,Sex',
    'R1,14/02/2026,51.45,-2.6,Badly lit,Environment,Female',
    'R2,15/02/2026,51.46,-2.6,Rundown,Environment,Female',
    'R1,14/02/2026,51.45,-2.6,Feeling followed,Behaviour,Female',
  ),
  source(
    'A&E',
    'partner',
    'istv-emergency-department',
    'SITE CODE (OF TREATMENT) (M),ARRIVAL DATE AND TIME AT ACCIDENT AND EMERGENCY DEPARTMENT (R),ASSAULT DATE AND TIME (M),ASSAULT METHOD (M),ASSAULT METHOD OTHER DESCRIPTION (R),ASSAULT LOCATION TYPE (M),ASSAULT LOCATION DESCRIPTION (R)',
    'RXX01,14/02/2026 02:10,14/02/2026 01:30,Fist,,Street,Outside the Made Up Arms',
  ),
  source(
    'ambulance',
    'partner',
    'ambulance',
    'CAD number,Call time,Chief complaint,Easting,Northing,Age,Sex',
    'C1,14/02/2026 01:30,Assault,358000,173000,27,F',
  ),
  source(
    'transport police',
    'partner',
    'british-transport-police',
    'BTP Crime Ref,Offence,Committed From,Station,Victim Sex',
    'BTP1,Sexual assault on a female,14/02/2026 17:30,Made Up Road,Female',
  ),
  source(
    'council ASB',
    'partner',
    'council-asb',
    'Case Ref,ASB Type,Date Reported,Street,Postcode',
    'ASB1,Harassment,14/02/2026,Made Up Road,ZZ1 1ZZ',
  ),
  source(
    'street lighting faults',
    'partner',
    'council-lighting-faults',
    'Fault Ref,Column Number,Fault Type,Date Reported,Easting,Northing',
    'F1,12,Lamp out,14/02/2026,358000,173000',
  ),
  source(
    'street lights',
    'venues',
    'council-lighting',
    'Column Number,Street,Lamp type,Easting,Northing',
    '12,Made Up Road,LED,358000,173000',
  ),
  source(
    'CCTV',
    'venues',
    'council-cctv',
    'Camera ID,Camera Location,Easting,Northing',
    '12,Made Up Road at the square,358000,173000',
  ),
  source(
    'licensed premises',
    'venues',
    'licensed-premises',
    'Licence Number,Premises Name,Premises Type,Address,Postcode,Terminal Hour,Easting,Northing',
    '12,The Made Up Arms,Pub,1 Made Up Road,ZZ1 1ZZ,02:00,358000,173000',
  ),
  source(
    'NaPTAN',
    'venues',
    'naptan-stops',
    'ATCOCode,CommonName,LocalityName,StopType,Easting,Northing,Status',
    '12,Made Up Road,Nowhere,BCT,358000,173000,active',
  ),
  source(
    'schools',
    'venues',
    'schools',
    'URN,EstablishmentName,TypeOfEstablishment (name),PhaseOfEducation (name),Street,Postcode,Easting,Northing',
    '12,Made Up School,Academy,Secondary,Made Up Road,ZZ1 1ZZ,358000,173000',
  ),
  source(
    'voices',
    'voices',
    'engagements',
    'engagement,heldOn,method,participants,women,place,timeOfDay,space,reason,quote',
    'Walk and talk,14/02/2026,walk,8,8,Made Up Road,night,public,Badly lit,I cross over',
  ),
  source(
    'census sex',
    'population',
    'census-ts008',
    'date,geography,geography code,Sex: All persons; measures: Value,Sex: Female; measures: Value,Sex: Male; measures: Value',
    '2021,Nowhere 001A,E01000001,1500,770,730',
  ),
  source(
    'population by age',
    'population',
    'population-by-age',
    'lsoa11_name,lsoa11_code,total_population,age_0_15,age_16_24,age_65_plus',
    'Nowhere 001A,E01000001,1500,300,200,1000',
  ),
  source(
    'recorded crime',
    'comparators',
    'home-office-recorded-crime',
    'Financial Year,Financial Quarter,Force Name,Offence Description,Offence Group,Offence Subgroup,Offence Code,Number of Offences',
    '2025/26,1,Testshire,Stalking,Violence against the person,Stalking and harassment,8Q," 1,234 "',
  ),
  source(
    'outcomes table',
    'comparators',
    'home-office-outcomes',
    'Financial Year,Financial Quarter,Force Name,Offence Code,Outcome Type,Number of Outcomes',
    '2025/26,1,Testshire,8Q,Charged/Summonsed,56',
  ),
  source(
    'activities',
    'activities',
    'activities',
    'reference,type,from,to,hours,owner,easting,northing',
    'P1,patrol,14/02/2026 22:00,15/02/2026 02:00,4,Town centre team,358000,173000',
  ),
  source(
    'calendar',
    'calendar',
    'calendar',
    'name,type,from,to,venueReference',
    'Made Up v Nowhere,fixture,14/02/2026 15:00,14/02/2026 17:00,12',
  ),
  source(
    'bank holidays',
    'calendar',
    'bank-holidays',
    'title,date,bunting',
    'Good Friday,2026-04-03,FALSE',
  ),
  source(
    'deprivation 2019',
    'deprivation',
    'indices-of-deprivation',
    'LSOA code (2011),Local Authority District name (2019),Index of Multiple Deprivation (IMD) Score,Index of Multiple Deprivation (IMD) Rank (where 1 is most deprived),Index of Multiple Deprivation (IMD) Decile (where 1 is most deprived 10% of LSOAs)',
    'E01000001,Nowhere,6.2,29199,9',
  ),
  source(
    'deprivation 2025',
    'deprivation',
    'indices-of-deprivation',
    'LSOA code (2021),LSOA name (2021),Local Authority District code (2024),Index of Multiple Deprivation (IMD) Rank (where 1 is most deprived),Index of Multiple Deprivation (IMD) Decile (where 1 is most deprived 10% of LSOA',
    'E01000001,Nowhere 001A,E06000001,29000,9',
  ),
  source(
    'LSOA lookup',
    'lookup',
    'lsoa-2011-to-2021',
    'LSOA11CD,LSOA11NM,LSOA21CD,LSOA21NM,CHGIND,LAD22CD,LAD22NM,LAD22NMW',
    'E01000001,Nowhere 001A,E01000001,Nowhere 001A,U,E06000001,Nowhere,',
  ),
  source(
    'LSOA to ward',
    'lookup',
    'small-area-to-larger',
    'lsoa11_code,ward17_code',
    'E01000001,E05000001',
  ),
  source(
    'ONSPD to 2025',
    'postcodes',
    'ons-postcodes',
    'pcd,pcd2,pcds,dointr,doterm,usertype,oseast1m,osnrth1m,osgrdind,oa21,lat,long',
    'ZZ1 1ZZ,ZZ1  1ZZ,ZZ1 1ZZ,198001,,0,358000,0173000,1,E00000001,51.45,-2.6',
  ),
  source(
    'ONSPD since 2025',
    'postcodes',
    'ons-postcodes',
    'pcd7,pcds,dointr,doterm,ctry25cd,lsoa21cd,gridind,lat,long,pfa23cd',
    'ZZ1 1ZZ,ZZ1 1ZZ,198001,,E92000001,E01000001,1,51.45,-2.6,E23000001',
  ),
  {
    name: 'Code-Point Open',
    kind: 'postcodes',
    preset: 'code-point-open',
    accepted: 2,
    lines: [
      '"ZZ1 1ZZ",10,358000,173000,"E92000001","E19000001","E18000001","","E06000001","E05000001"',
      '"ZZ1 1ZY",10,358010,173010,"E92000001","E19000001","E18000001","","E06000001","E05000001"',
    ],
  },
  source(
    'crime severity',
    'harm',
    'ons-crime-severity',
    'category_counts,description,code_severity,code_original,category_severity,offence,weight',
    'violence,Stalking,8Q,8Q,violence,Stalking,196.5',
  ),
  source(
    'harm index workbook',
    'harm',
    'cambridge-crime-harm-index',
    'HOME_OFFICE_CLASSIFICATION,OFFENCE,CCHI days',
    '00866,Stalking,84',
  ),
  source(
    'offence classes',
    'offences',
    'home-office-classes',
    'Offence_Group,Offence_Code,Offence_Description,Offence_Subgroup',
    'Violence against the person,8Q,Stalking,Stalking and harassment',
  ),
  source(
    'offence list',
    'offences',
    'offence-list',
    'class,code,cjsCode,title,aliases,tier,threat',
    '8Q,008/66,PH97008,Stalking involving fear of violence,,core,domestic-abuse',
  ),
];

/** The text of a source file. */
export function textOf({ lines }: SourceFile): string {
  return `${lines.join('\r\n')}\r\n`;
}
