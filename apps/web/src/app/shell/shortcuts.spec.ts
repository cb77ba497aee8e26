import { DestroyRef } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Preferences } from './preferences';
import { Shortcuts } from './shortcuts';

function setUp() {
  const done: string[] = [];
  const shortcuts = TestBed.inject(Shortcuts);
  const shortcut = (keys: string) => ({ keys, describe: () => keys, run: () => done.push(keys) });
  shortcuts.add(['/', 'c', 'g p', 'g m'].map(shortcut), TestBed.inject(DestroyRef));
  const press = (key: string, on: EventTarget = document.body, options: KeyboardEventInit = {}) =>
    on.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...options }));
  return { done, press, shortcuts, shortcut };
}

describe('shortcuts', () => {
  beforeEach(() => localStorage.clear());

  it('run by one key, or by two in a row', () => {
    const { done, press } = setUp();
    ['/', 'g', 'p', 'p', 'g', 'c', 'm'].forEach((key) => press(key));
    expect(done).toEqual(['/', 'g p', 'c']);
  });

  it('leave typing alone', () => {
    const { done, press } = setUp();
    document.body.innerHTML = '<input /><div role="dialog"><button>x</button></div>';
    press('c', document.querySelector('input')!);
    press('c', document.querySelector('button')!);
    press('c', document.body, { ctrlKey: true });
    expect(done).toEqual([]);
  });

  it('leave links and buttons the keys that press them', () => {
    const { done, press, shortcuts, shortcut } = setUp();
    shortcuts.add([shortcut('Enter')], TestBed.inject(DestroyRef));
    document.body.innerHTML = '<a href="/x">x</a><button>y</button><p tabindex="0">z</p>';
    expect(press('Enter', document.querySelector('a')!)).toBe(true);
    expect(press('Enter', document.querySelector('button')!)).toBe(true);
    expect(done).toEqual([]);
    press('Enter', document.querySelector('p')!);
    press('c', document.querySelector('a')!);
    expect(done).toEqual(['Enter', 'c']);
  });

  it('can be switched off, and stay off', async () => {
    const { done, press } = setUp();
    TestBed.inject(Preferences).singleKeys.set(false);
    press('c');
    TestBed.tick();
    expect(done).toEqual([]);
    expect(localStorage.getItem('hoest.display')).toContain('"singleKeys":false');
  });

  it('of the page in view win over the frame', () => {
    const { done, press, shortcuts } = setUp();
    shortcuts.add([{ keys: 'c', describe: () => '', run: () => done.push('page') }], TestBed.inject(DestroyRef));
    press('c');
    expect(done).toEqual(['page']);
  });
});
