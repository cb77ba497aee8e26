import { IMPORT_FILE_ENDINGS, IMPORT_FILE_MOST_BYTES } from '@hoest/contracts';

/** Why a file is not worth sending; the server looks again, and closer. */
export type FileFault = 'old_excel' | 'other_sheet' | 'ending' | 'too_large' | 'empty';

const ENDING = /\.[a-z0-9]{1,8}$/;

/** What is wrong with a file as far as its name and size tell; null when it can be sent. */
export function checkFile({ name, size }: Pick<File, 'name' | 'size'>): FileFault | null {
  const ending = ENDING.exec(name.trim().toLowerCase())?.[0] ?? '';
  if (ending === '.xls' || ending === '.xlsm' || ending === '.xlsb') return 'old_excel';
  if (ending === '.ods' || ending === '.numbers') return 'other_sheet';
  if (!(IMPORT_FILE_ENDINGS as readonly string[]).includes(ending)) return 'ending';
  if (size > IMPORT_FILE_MOST_BYTES) return 'too_large';
  return size === 0 ? 'empty' : null;
}
