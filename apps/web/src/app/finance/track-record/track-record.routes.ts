import type { Route } from '@angular/router';
import { trackRecordTexts } from './track-record-texts';

/** `/finance/track-record`: how well promises were kept, and how new ones are corrected by it. */
export const TRACK_RECORD_ROUTE: Route = {
  path: 'track-record',
  canActivate: [trackRecordTexts.load],
  loadComponent: () => import('./track-record-page').then((module) => module.TrackRecordPage),
};
