import { FRAME_MS, ShortFrames } from './grid-frames';

describe('frames of the ledger grid', () => {
  const narrowed = () => {
    const asked: number[] = [];
    const animationFrameSvc = { executeFrame: (millis: number) => void asked.push(millis) };
    new ShortFrames().wireBeans({ animationFrameSvc });
    return { asked, animationFrameSvc };
  };

  it('give the library a part of a frame, not 60 ms', () => {
    const { asked, animationFrameSvc } = narrowed();
    animationFrameSvc.executeFrame(60);
    expect(asked).toEqual([FRAME_MS]);
  });

  it('leave alone what must be done at once', () => {
    const { asked, animationFrameSvc } = narrowed();
    animationFrameSvc.executeFrame(-1);
    expect(asked).toEqual([-1]);
  });

  it('do nothing where the library has no such part', () =>
    expect(() => new ShortFrames().wireBeans({})).not.toThrow());
});
