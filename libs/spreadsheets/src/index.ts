export { decodeText, ENCODINGS, type Encoding } from './decode-text';
export { guardUpload, type UploadCheck } from './guard-upload';
export { DELIMITERS, type Delimiter } from './read-delimited';
export { readWorkbook, type Workbook, type WorkbookOptions, type WorkbookReading } from './read-workbook';
export { uploadFault, type UploadFault, type UploadFaultCode } from './upload-fault';
export type { UploadFormat } from './upload-format';
export { UPLOAD_LIMITS, type UploadLimits } from './upload-limits';
