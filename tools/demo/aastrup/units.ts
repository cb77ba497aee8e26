import type { UnitSpec } from '../specs';

/** Åstrup Kommune: the top, six administrations, and the units below them. */
export const UNITS: UnitSpec[] = [
  { key: 'aastrup', parent: null, code: '1000', name: 'Åstrup Kommune' },

  { key: 'sos', parent: 'aastrup', code: '2000', name: 'Social og Sundhed', committee: 'Sundheds- og Omsorgsudvalget' },
  { key: 'aeldre', parent: 'sos', code: '2100', name: 'Ældre og Sundhed' },
  { key: 'hjemmepleje', parent: 'aeldre', code: '2110', name: 'Hjemmeplejen' },
  { key: 'distrikt-oest', parent: 'hjemmepleje', code: '2111', name: 'Distrikt Øst' },
  { key: 'distrikt-midt', parent: 'hjemmepleje', code: '2112', name: 'Distrikt Midt' },
  { key: 'distrikt-vest', parent: 'hjemmepleje', code: '2113', name: 'Distrikt Vest' },
  { key: 'plejecentre', parent: 'aeldre', code: '2120', name: 'Plejecentre' },
  { key: 'visitation', parent: 'sos', code: '2200', name: 'Visitation og Hjælpemidler' },
  { key: 'handicap', parent: 'sos', code: '2300', name: 'Handicap og Psykiatri' },
  { key: 'sundhed', parent: 'sos', code: '2400', name: 'Sundhedspleje og Forebyggelse' },

  { key: 'bu', parent: 'aastrup', code: '3000', name: 'Børn og Unge', committee: 'Børne- og Skoleudvalget' },
  { key: 'skole', parent: 'bu', code: '3100', name: 'Skoler og SFO' },
  { key: 'dagtilbud', parent: 'bu', code: '3200', name: 'Dagtilbud' },
  { key: 'familie', parent: 'bu', code: '3300', name: 'Familie og Børn' },
  { key: 'tandpleje', parent: 'bu', code: '3400', name: 'Tandplejen' },

  { key: 'tm', parent: 'aastrup', code: '4000', name: 'Teknik og Miljø', committee: 'Teknik- og Miljøudvalget' },
  { key: 'ejendomme', parent: 'tm', code: '4100', name: 'Ejendomme' },
  { key: 'byg', parent: 'tm', code: '4200', name: 'Byg og Plan' },
  { key: 'vej', parent: 'tm', code: '4300', name: 'Vej og Park' },
  { key: 'affald', parent: 'tm', code: '4400', name: 'Affald og Genbrug' },

  {
    key: 'bb',
    parent: 'aastrup',
    code: '5000',
    name: 'Beskæftigelse og Borgerservice',
    committee: 'Beskæftigelsesudvalget',
  },
  { key: 'jobcenter', parent: 'bb', code: '5100', name: 'Jobcenter' },
  { key: 'ydelse', parent: 'bb', code: '5200', name: 'Ydelser' },
  { key: 'borgerservice', parent: 'bb', code: '5300', name: 'Borgerservice' },
  { key: 'kontaktcenter', parent: 'borgerservice', code: '5310', name: 'Kontaktcenter' },

  { key: 'oid', parent: 'aastrup', code: '6000', name: 'Økonomi, It og Digitalisering', committee: 'Økonomiudvalget' },
  { key: 'oekonomi', parent: 'oid', code: '6100', name: 'Økonomi og Regnskab' },
  { key: 'it', parent: 'oid', code: '6200', name: 'It-drift' },
  { key: 'digitalisering', parent: 'oid', code: '6300', name: 'Digitaliseringskontoret' },
  { key: 'hr', parent: 'oid', code: '6400', name: 'HR og Løn' },
  { key: 'indkoeb', parent: 'oid', code: '6500', name: 'Indkøb' },

  { key: 'kf', parent: 'aastrup', code: '7000', name: 'Kultur og Fritid', committee: 'Kultur- og Fritidsudvalget' },
  { key: 'bibliotek', parent: 'kf', code: '7100', name: 'Bibliotekerne' },
  { key: 'idraet', parent: 'kf', code: '7200', name: 'Idræt og Foreninger' },
];
