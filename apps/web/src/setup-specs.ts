import { setupZonelessTestEnv } from 'jest-preset-angular/setup-env/zoneless';

setupZonelessTestEnv();

// jsdom lays nothing out and therefore has no scrolling.
Element.prototype.scrollIntoView = () => undefined;

// Every browser we support has it; jsdom does not hand it to its window.
globalThis.structuredClone ??= <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;
