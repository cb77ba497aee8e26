import type { OrganisationSpec } from '../specs';
import { BENEFIT_MAPS } from './benefit-maps';
import { BESKAEFTIGELSE_OG_BORGERSERVICE } from './beskaeftigelse-og-borgerservice';
import { BOERN_OG_UNGE } from './boern-og-unge';
import { KULTUR_OG_FRITID } from './kultur-og-fritid';
import { OEKONOMI_IT_OG_DIGITALISERING } from './oekonomi-it-og-digitalisering';
import { ORGANISATION_ROLES, PEOPLE, SIGN_INS } from './people';
import { POOLS } from './pools';
import { ACTUALS } from './actuals';
import { PRICE_INDEXES } from './price-indexes';
import { SOCIAL_OG_SUNDHED } from './social-og-sundhed';
import { STRATEGIES } from './strategies';
import { TEKNIK_OG_MILJOE } from './teknik-og-miljoe';
import { UNITS } from './units';

/** The fictional municipality a newcomer meets: six administrations and four years of initiatives. */
export const AASTRUP_KOMMUNE: OrganisationSpec = {
  key: 'aastrup',
  name: 'Åstrup Kommune',
  kind: 'municipality',
  municipalityCode: '999',
  population: 46_300,
  peerGroup: '40.000–50.000 indbyggere',
  units: UNITS,
  people: PEOPLE,
  signIns: SIGN_INS,
  offersSignIns: true,
  strategies: STRATEGIES,
  pools: POOLS,
  actuals: ACTUALS,
  priceIndexes: PRICE_INDEXES,
  initiatives: [
    ...SOCIAL_OG_SUNDHED,
    ...BOERN_OG_UNGE,
    ...TEKNIK_OG_MILJOE,
    ...BESKAEFTIGELSE_OG_BORGERSERVICE,
    ...OEKONOMI_IT_OG_DIGITALISERING,
    ...KULTUR_OG_FRITID,
  ],
  benefitMaps: BENEFIT_MAPS,
  organisationRoles: ORGANISATION_ROLES,
};
