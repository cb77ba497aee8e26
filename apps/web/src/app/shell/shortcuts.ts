import { DestroyRef, DOCUMENT, inject, Service, signal } from '@angular/core';
import { Preferences } from './preferences';

export interface Shortcut {
  /** One key (`/`, `?`, `c`) or two in a row (`g p`), as `KeyboardEvent.key` names them. */
  keys: string;
  /** What it does, in the current language; read when the dialog of shortcuts opens. */
  describe: () => string;
  run: () => void;
}

const SECOND_KEY_WITHIN_MS = 1200;

/**
 * Keyboard shortcuts of the frame and of the page in view. `add` in a constructor is enough: they go with the component.
 * Nothing happens while typing, in an open dialog, with Ctrl, Alt or Meta, or when single keys are switched off.
 */
@Service()
export class Shortcuts {
  private readonly document = inject(DOCUMENT);
  private readonly preferences = inject(Preferences);
  private readonly known = signal<readonly Shortcut[]>([]);
  private first: { key: string; at: number } | undefined;

  /** Those that work right now, for the dialog. */
  readonly all = this.known.asReadonly();

  constructor() {
    this.document.addEventListener('keydown', (event) => this.pressed(event));
  }

  /** Adds shortcuts until the caller is destroyed; pass its DestroyRef, or call in an injection context. */
  add(shortcuts: readonly Shortcut[], until: DestroyRef = inject(DestroyRef)): void {
    this.known.update((known) => [...known, ...shortcuts]);
    until.onDestroy(() => this.known.update((known) => known.filter((one) => !shortcuts.includes(one))));
  }

  private pressed(event: KeyboardEvent): void {
    if (
      !this.preferences.singleKeys() ||
      event.defaultPrevented ||
      event.ctrlKey ||
      event.altKey ||
      event.metaKey ||
      event.isComposing
    )
      return;
    const target = event.target instanceof HTMLElement ? event.target : null;
    if (target?.closest('input, textarea, select, [contenteditable=true], [role=dialog], [role=menu], [role=grid]'))
      return;
    // Links and buttons keep the keys that press them.
    if ((event.key === 'Enter' || event.key === ' ') && target?.closest('a[href], button, summary, label')) return;
    const before = this.first && event.timeStamp - this.first.at < SECOND_KEY_WITHIN_MS ? `${this.first.key} ` : '';
    this.first = undefined;
    // The page in view was added last and wins over the frame.
    const match =
      this.known().findLast((one) => one.keys === before + event.key) ??
      this.known().findLast((one) => one.keys === event.key);
    if (match) {
      event.preventDefault();
      match.run();
    } else if (this.known().some((one) => one.keys.startsWith(`${event.key} `))) {
      this.first = { key: event.key, at: event.timeStamp };
    }
  }
}
