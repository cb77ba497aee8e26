import { checkArchive } from './archive-guard';
import { type UploadFault, uploadFault, UploadRefused } from './upload-fault';
import { uploadFormat, type UploadFormat } from './upload-format';
import { UPLOAD_LIMITS, type UploadLimits } from './upload-limits';

export type UploadCheck = { kind: 'accepted'; format: UploadFormat } | { kind: 'refused'; fault: UploadFault };

/**
 * Decides whether an uploaded file may be kept and read: extension, first bytes and size for all, the archive's directory
 * and its unpacked contents for xlsx. Nothing of the contents is kept in memory. Must run before `readWorkbook`.
 * Source: reliability rules R24 and S25
 */
export async function guardUpload(
  bytes: Uint8Array,
  fileName: string,
  limits: UploadLimits = UPLOAD_LIMITS,
): Promise<UploadCheck> {
  try {
    if (bytes.length === 0) throw new UploadRefused(uploadFault('empty_file'));
    if (bytes.length > limits.fileBytes) {
      const most = String(Math.floor(limits.fileBytes / (1024 * 1024)));
      throw new UploadRefused(uploadFault('file_too_large', { most }));
    }
    const format = uploadFormat(bytes, fileName);
    if (format === 'xlsx') await checkArchive(bytes, limits);
    return { kind: 'accepted', format };
  } catch (error) {
    if (error instanceof UploadRefused) return { kind: 'refused', fault: error.fault };
    throw error;
  }
}
