import { ClientSideRowModelModule, type Module } from 'ag-grid-community';

/**
 * Milliseconds of one frame in which the library may make cells; the rest of the frame is for the browser, which lays out and
 * paints what was made. The library's own 60 would be a task that a person feels.
 */
export const FRAME_MS = 8;

interface Frames {
  /** Works off what scrolling has asked for; 0 or less = all of it at once. */
  executeFrame(millis: number): void;
}

/** Narrows the part of the grid that spreads its work over frames; a version of the library without that part keeps its own ways. */
export class ShortFrames {
  readonly beanName = 'ledgerFrames';

  wireBeans({ animationFrameSvc }: { animationFrameSvc?: Frames }): void {
    if (!animationFrameSvc?.executeFrame) return;
    const execute = animationFrameSvc.executeFrame.bind(animationFrameSvc);
    animationFrameSvc.executeFrame = (millis) => execute(millis > 0 ? Math.min(millis, FRAME_MS) : millis);
  }
}

/** Rows of a jump appear over a few frames, none of which is felt. The library has no option for it, so it is a module beside its own. */
export const SHORT_FRAMES = {
  moduleName: 'LedgerFrames',
  version: ClientSideRowModelModule.version,
  beans: [ShortFrames],
} as unknown as Module;
