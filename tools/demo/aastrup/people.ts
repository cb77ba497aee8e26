import type { AssignedRole } from '@hoest/organisation';
import type { PersonSpec, SignInSpec } from '../specs';

/** The people of Åstrup Kommune; leaders from the chief executive down, then those who carry the work. */
export const PEOPLE: PersonSpec[] = [
  { key: 'hanne', name: 'Hanne Brøgger', title: 'Kommunaldirektør', unit: 'aastrup', level: 'chief' },
  { key: 'torben', name: 'Torben Wiingaard', title: 'Intern revisor', unit: 'aastrup', level: 'none' },

  { key: 'vibeke', name: 'Vibeke Nørregaard', title: 'Direktør for Social og Sundhed', unit: 'sos', level: 'director' },
  { key: 'karen', name: 'Karen Nygaard', title: 'Ældrechef', unit: 'aeldre', level: 'head' },
  { key: 'lene', name: 'Lene Østergaard', title: 'Leder af hjemmeplejen', unit: 'hjemmepleje', level: 'head' },
  { key: 'bodil', name: 'Bodil Skov', title: 'Leder af plejecentrene', unit: 'plejecentre', level: 'head' },
  { key: 'mikkel', name: 'Mikkel Aagaard', title: 'Distriktsleder, Vest', unit: 'distrikt-vest', level: 'team' },
  { key: 'randi', name: 'Randi Husum', title: 'Distriktsleder, Øst', unit: 'distrikt-oest', level: 'team' },
  { key: 'gitte', name: 'Gitte Hald', title: 'Visitationschef', unit: 'visitation', level: 'head' },
  { key: 'soeren', name: 'Søren Lykke Madsen', title: 'Handicapchef', unit: 'handicap', level: 'head' },
  { key: 'annelise', name: 'Annelise Frandsen', title: 'Ledende sundhedsplejerske', unit: 'sundhed', level: 'head' },
  { key: 'jonas', name: 'Jonas Thygesen', title: 'Projektleder', unit: 'aeldre', level: 'none' },
  { key: 'rasmus', name: 'Rasmus Toft', title: 'Projektleder', unit: 'sos', level: 'none' },
  { key: 'camilla', name: 'Camilla Juhl', title: 'Velfærdsteknologikonsulent', unit: 'aeldre', level: 'none' },

  { key: 'henrik', name: 'Henrik Vestergård', title: 'Direktør for Børn og Unge', unit: 'bu', level: 'director' },
  { key: 'pia', name: 'Pia Damgaard Krogh', title: 'Skolechef', unit: 'skole', level: 'head' },
  { key: 'tine', name: 'Tine Mølgaard', title: 'Dagtilbudschef', unit: 'dagtilbud', level: 'head' },
  { key: 'jesper', name: 'Jesper Ravn', title: 'Familiechef', unit: 'familie', level: 'head' },
  { key: 'dorthe', name: 'Dorthe Winther', title: 'Overtandlæge', unit: 'tandpleje', level: 'head' },
  { key: 'ida', name: 'Ida Kjeldsen', title: 'Projektleder', unit: 'bu', level: 'none' },
  { key: 'morten', name: 'Morten Bisgaard', title: 'Digitaliseringskonsulent', unit: 'skole', level: 'none' },

  { key: 'ulla', name: 'Ulla Kragh', title: 'Direktør for Teknik og Miljø', unit: 'tm', level: 'director' },
  { key: 'poul', name: 'Poul Holmgaard', title: 'Ejendomschef', unit: 'ejendomme', level: 'head' },
  { key: 'kasper', name: 'Kasper Lindegaard', title: 'Bygge- og planchef', unit: 'byg', level: 'head' },
  { key: 'birgitte', name: 'Birgitte Sand', title: 'Vej- og parkchef', unit: 'vej', level: 'head' },
  { key: 'niels', name: 'Niels Erik Munk', title: 'Affaldschef', unit: 'affald', level: 'head' },
  { key: 'stine', name: 'Stine Kallehauge', title: 'Projektleder', unit: 'tm', level: 'none' },
  { key: 'frederik', name: 'Frederik Bach', title: 'Geodatakoordinator', unit: 'byg', level: 'none' },

  {
    key: 'marianne',
    name: 'Marianne Skytte',
    title: 'Direktør for Beskæftigelse og Borgerservice',
    unit: 'bb',
    level: 'director',
  },
  { key: 'jens', name: 'Jens Peder Kjærgaard', title: 'Jobcenterchef', unit: 'jobcenter', level: 'head' },
  { key: 'louise', name: 'Louise Hedegaard', title: 'Ydelseschef', unit: 'ydelse', level: 'head' },
  { key: 'thomas', name: 'Thomas Bælum', title: 'Borgerservicechef', unit: 'borgerservice', level: 'head' },
  { key: 'trine', name: 'Trine Vangsgaard', title: 'Teamleder i kontaktcentret', unit: 'kontaktcenter', level: 'team' },
  { key: 'emil', name: 'Emil Storgaard', title: 'Projektleder', unit: 'bb', level: 'none' },

  {
    key: 'claus',
    name: 'Claus Ebbesen',
    title: 'Direktør for Økonomi, It og Digitalisering',
    unit: 'oid',
    level: 'director',
  },
  { key: 'annemette', name: 'Anne-Mette Thorup', title: 'Økonomichef', unit: 'oekonomi', level: 'head' },
  { key: 'peter', name: 'Peter Nyborg', title: 'It-chef', unit: 'it', level: 'head' },
  { key: 'arne', name: 'Arne Dalsgård', title: 'Digitaliseringschef', unit: 'digitalisering', level: 'head' },
  { key: 'helle', name: 'Helle Bonde', title: 'HR-chef', unit: 'hr', level: 'head' },
  { key: 'anders', name: 'Anders Rønne', title: 'Indkøbschef', unit: 'indkoeb', level: 'head' },
  { key: 'signe', name: 'Signe Lykkegaard', title: 'Systemadministrator', unit: 'it', level: 'none' },
  { key: 'maja', name: 'Maja Friis', title: 'Projektleder', unit: 'digitalisering', level: 'none' },
  { key: 'sofie', name: 'Sofie Hjortshøj', title: 'Controller', unit: 'oekonomi', level: 'none' },

  { key: 'lars', name: 'Lars Bundgaard', title: 'Direktør for Kultur og Fritid', unit: 'kf', level: 'director' },
  { key: 'eva', name: 'Eva Thorsager', title: 'Bibliotekschef', unit: 'bibliotek', level: 'head' },
  { key: 'bo', name: 'Bo Kirkegaard', title: 'Idrætschef', unit: 'idraet', level: 'head' },
  { key: 'nanna', name: 'Nanna Lund', title: 'Projektleder', unit: 'kf', level: 'none' },

  { key: 'joergen', name: 'Jørgen Paludan', title: 'Vejchef', unit: 'vej', level: 'head', left: -5 },
];

/**
 * One sign-in per access role, in the order of the sign-in page, and the controller's: what the head of finance reports or answers
 * for waits for her. All share the demo password.
 */
export const SIGN_INS: SignInSpec[] = [
  { person: 'jonas', email: 'manager@aastrup.example', role: 'project_manager', unit: 'sos' },
  { person: 'hanne', email: 'leader@aastrup.example', role: 'leader' },
  { person: 'annemette', email: 'finance@aastrup.example', role: 'finance' },
  { person: 'arne', email: 'office@aastrup.example', role: 'portfolio_office' },
  { person: 'signe', email: 'admin@aastrup.example', role: 'administrator' },
  { person: 'torben', email: 'auditor@aastrup.example', role: 'auditor' },
  { person: 'sofie', email: 'controller@aastrup.example', role: 'finance', unlisted: true },
];

export const ORGANISATION_ROLES: [person: string, role: AssignedRole][] = [
  ['hanne', 'portfolio_owner'],
  ['annemette', 'finance_controller'],
  ['sofie', 'finance_controller'],
  ['peter', 'architect'],
];
