import { uploadFault, UploadRefused } from './upload-fault';

const LESS_THAN = 0x3c;
const EXCLAMATION = 0x21;

const isLetter = (byte: number) => (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a);

/**
 * Watches the bytes of one XML file pass by and refuses document types and entities (`<!DOCTYPE`, `<!ENTITY`, any `<!`
 * with a letter behind it), wherever the chunks are cut. Workbooks never need them; they are how XML bombs are built and
 * how a parser is made to read other files. UTF-16 is refused too: the same letters would pass unseen.
 */
export class XmlDeclarationGuard {
  private seen = 0;
  private previous: [number, number] = [0, 0];

  /** @throws UploadRefused `archive_declares_entities`, `archive_unusual` */
  watch(chunk: Uint8Array): void {
    if (this.seen === 0 && chunk.length > 0) this.refuseWideCharacters(chunk);
    this.seen += chunk.length;
    const start = this.previous;
    for (let index = 0; index < Math.min(2, chunk.length); index++) {
      const two = index === 0 ? start[0] : start[1];
      const one = index === 0 ? start[1] : (chunk[0] ?? 0);
      this.check(two, one, chunk[index] ?? 0);
    }
    for (let at = chunk.indexOf(LESS_THAN); at >= 0; at = chunk.indexOf(LESS_THAN, at + 1)) {
      this.check(LESS_THAN, chunk[at + 1] ?? 0, chunk[at + 2] ?? 0);
    }
    const length = chunk.length;
    if (length >= 2) this.previous = [chunk[length - 2] ?? 0, chunk[length - 1] ?? 0];
    else if (length === 1) this.previous = [start[1], chunk[0] ?? 0];
  }

  private check(two: number, one: number, byte: number): void {
    if (two === LESS_THAN && one === EXCLAMATION && isLetter(byte)) {
      throw new UploadRefused(uploadFault('archive_declares_entities'));
    }
  }

  private refuseWideCharacters(chunk: Uint8Array): void {
    if (chunk.subarray(0, 4).includes(0) || (chunk[0] ?? 0) >= 0xfe) {
      throw new UploadRefused(uploadFault('archive_unusual', { what: 'UTF-16' }));
    }
  }
}
