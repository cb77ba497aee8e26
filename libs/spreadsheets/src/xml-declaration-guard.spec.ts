import { Buffer } from 'node:buffer';
import { XmlDeclarationGuard } from './xml-declaration-guard';

const passes = (...chunks: string[]) => {
  const guard = new XmlDeclarationGuard();
  for (const chunk of chunks) guard.watch(Buffer.from(chunk));
};

describe('document types in the XML of a workbook', () => {
  it('are found however the bytes are cut', () => {
    const text = '<a><!DOCTYPE b>';
    for (let first = 0; first <= text.length; first++) {
      for (let second = first; second <= text.length; second++) {
        expect(() => passes(text.slice(0, first), text.slice(first, second), text.slice(second))).toThrow();
      }
    }
  });

  it('are not seen in comments, character data and ordinary text', () => {
    expect(() => passes('<a>', '<!-- x -->', '<![CDATA[', 'x]]>', 'a < b! c', '</a>')).not.toThrow();
  });
});
