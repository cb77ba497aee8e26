import { tellingWords } from './similar-initiatives.read-model';

describe('telling words of a title', () => {
  it('leaves out the words every title has', () => {
    expect(tellingWords('Ny digital chatbot til borgerhenvendelser')).toEqual(['borgerhenvendelser', 'chatbot']);
  });

  it('keeps the fillers when there is nothing else', () => {
    expect(tellingWords('Nyt digitalt projekt')).toEqual(['digitalt', 'projekt', 'nyt']);
  });

  it('is empty for a title without a word', () => {
    expect(tellingWords('  – … ')).toEqual([]);
  });
});
