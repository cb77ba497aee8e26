/** What the other areas of the api may use of this one. */
export { organisationDay } from './organisation-day';
export { refuseReversedPeriod } from './refuse-reversed-period';
