/** What an uploaded spreadsheet may be at most. */
export interface UploadLimits {
  /** Bytes of the file itself. */
  readonly fileBytes: number;
  /** Files inside an xlsx archive. */
  readonly archiveEntries: number;
  /** Bytes of all files inside the archive together, unpacked. */
  readonly unpackedBytes: number;
  /** Unpacked size divided by packed size, of the whole archive and of each file in it above `ratioFromBytes`. */
  readonly ratio: number;
  readonly ratioFromBytes: number;
  readonly rows: number;
  readonly columns: number;
  /** Rows times columns of the used area. */
  readonly cells: number;
  /** Characters of one cell. */
  readonly cellCharacters: number;
}

/**
 * The archive limits stop zip bombs before anything is unpacked; the sheet limits lie far below Excel's own (1,048,576
 * rows, 16,384 columns), because a portfolio of that size is a mistake. A cell may be as long as Excel can hold.
 * Source: reliability rules S25 and R27
 */
export const UPLOAD_LIMITS: UploadLimits = {
  fileBytes: 20 * 1024 * 1024,
  archiveEntries: 1_000,
  unpackedBytes: 200 * 1024 * 1024,
  ratio: 100,
  ratioFromBytes: 1024 * 1024,
  rows: 100_000,
  columns: 2_000,
  cells: 5_000_000,
  cellCharacters: 32_767,
};
