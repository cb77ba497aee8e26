import { textArea } from '../../language/text-area';

/** Words of the progress of long work; guard every route that shows `app-job-progress` with `jobTexts.load`. */
export const jobTexts = textArea('job', {
  da: () => import('../i18n/job.da.json'),
  en: () => import('../i18n/job.en.json'),
});
