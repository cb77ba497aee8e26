/** Words random portfolios are made of; combined, they are enough for thousands of different titles and people. */

// prettier-ignore
export const FIRST_NAMES = [
  'Agnete', 'Aksel', 'Alma', 'Asger', 'Astrid', 'Bente', 'Birger', 'Carl', 'Cecilie', 'Dagmar', 'Ditte', 'Ebbe', 'Egon', 'Ellen', 'Erik', 'Esben',
  'Filippa', 'Flemming', 'Freja', 'Frode', 'Gerda', 'Gorm', 'Grethe', 'Gudrun', 'Holger', 'Ingrid', 'Ivar', 'Jeppe', 'Johanne', 'Karl', 'Kirsten',
  'Kresten', 'Laura', 'Leif', 'Lisbeth', 'Magnus', 'Malene', 'Mette', 'Mogens', 'Nikoline', 'Oda', 'Ole', 'Oskar', 'Palle', 'Ragnhild', 'Rikke',
  'Rune', 'Sanne', 'Sigurd', 'Solveig', 'Sune', 'Svend', 'Thora', 'Thyra', 'Troels', 'Uffe', 'Ursula', 'Valdemar', 'Vera', 'Villy',
];

// prettier-ignore
export const LAST_NAMES = [
  'Abildgaard', 'Agerskov', 'Almind', 'Bagger', 'Balle', 'Beck', 'Borum', 'Brandt', 'Bruun', 'Buch', 'Carstensen', 'Dahl', 'Degn', 'Ditlevsen',
  'Dyhr', 'Engberg', 'Fabricius', 'Falk', 'Fogh', 'Frost', 'Gade', 'Gram', 'Grønbæk', 'Hald-Jensen', 'Harboe', 'Hede', 'Holst', 'Høeg', 'Ibsen',
  'Jepsen', 'Juul', 'Kjær', 'Klausen', 'Koch', 'Krabbe', 'Kruse', 'Lauritsen', 'Lind', 'Lorentzen', 'Lykke', 'Møllegaard', 'Nedergaard', 'Nissen',
  'Obel', 'Overgaard', 'Palm', 'Poulsen', 'Ravnkilde', 'Rosenkilde', 'Sandvad', 'Skaarup', 'Smedegaard', 'Stampe', 'Svane', 'Thomsen', 'Toft-Nielsen',
  'Udsen', 'Vang', 'Winkel', 'Ørsted',
];

export const ADMINISTRATIONS: [name: string, committee: string, units: string[]][] = [
  ['Social og Sundhed', 'Socialudvalget', ['Hjemmeplejen', 'Plejecentre', 'Handicap']],
  ['Børn og Unge', 'Børneudvalget', ['Skoler', 'Dagtilbud', 'Familie']],
  ['Teknik og Miljø', 'Teknikudvalget', ['Ejendomme', 'Byg', 'Veje']],
  ['Borger og Job', 'Beskæftigelsesudvalget', ['Jobcenter', 'Borgerservice', 'Ydelser']],
  ['Stab', 'Økonomiudvalget', ['Økonomi', 'It', 'HR']],
  ['Kultur', 'Kulturudvalget', ['Bibliotek', 'Idræt', 'Museer']],
];

export const ACTIONS = ['Digital', 'Fælles', 'Selvbetjent', 'Automatisk', 'Mobil', 'Samlet', 'Ny', 'Enklere'];
// prettier-ignore
export const THINGS = [
  'visitation', 'journalisering', 'tidsbestilling', 'fakturakontrol', 'vagtplan', 'lagerstyring', 'indskrivning', 'sagsoverblik', 'energistyring',
  'ruteplan', 'kontraktstyring', 'tilsynsplan', 'medicinliste', 'arkivering', 'rekruttering', 'booking', 'postfordeling', 'fraværsmelding',
  'driftsovervågning', 'ansøgning', 'betalingskontrol', 'vedligeholdelsesplan',
];

/** Title of a gain, name of its measure, unit, value before and after. */
export const MONEY_GAINS: [title: string, measure: string, unit: string, from: number, to: number][] = [
  ['Færre timer til manuel behandling', 'Sager behandlet i hånden', 'sager/md.', 2400, 900],
  ['Lavere udgift til vikarer', 'Vikartimer', 'timer/md.', 1800, 1100],
  ['Færre kørte kilometer', 'Kørte kilometer', 'km/uge', 5200, 3900],
  ['Lavere udgift til print og porto', 'Fysiske breve', 'breve/md.', 3100, 400],
  ['Lavere energiforbrug', 'Energiforbrug', 'MWh/md.', 820, 690],
  ['Færre købte timer hos rådgivere', 'Rådgivertimer', 'timer/md.', 310, 120],
];

export const QUALITY_GAINS: [title: string, measure: string, unit: string, from: number, to: number][] = [
  ['Kortere ventetid', 'Median for ventetid', 'dage', 31, 14],
  ['Færre fejl', 'Fejl i stikprøve', '%', 8.5, 2],
  ['Flere tilfredse borgere', 'Tilfredse i spørgeskema', '%', 58, 75],
];
