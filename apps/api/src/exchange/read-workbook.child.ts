// A process of its own, with little memory and no rights, that reads one uploaded file and ends. Whatever a hostile file
// makes the parser do, it happens here. It gets no environment: there is no secret to find.
import { readWorkbook, type WorkbookOptions } from '@hoest/spreadsheets';

process.once('message', async ({ bytes, options }: { bytes: Uint8Array; options: WorkbookOptions }) => {
  const reading = await readWorkbook(bytes, options);
  process.send?.(reading, () => process.exit(0));
});
