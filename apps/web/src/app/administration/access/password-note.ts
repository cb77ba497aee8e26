import { Clipboard } from '@angular/cdk/clipboard';
import { Component, inject, input, output, signal } from '@angular/core';
import { Note } from '@hoest/ui';
import { administrationTexts } from '../administration-texts';

/** A start password, shown this once, to hand to its owner. */
@Component({
  selector: 'app-password-note',
  imports: [Note],
  template: `<ui-note kind="watch" [heading]="t('password.made', { name: name() })">
    <p class="made">{{ password() }}</p>
    <p class="actions">
      <button type="button" class="btn" (click)="copy()">
        {{ copied() ? t('password.copied') : t('password.copy') }}
      </button>
      <button type="button" class="btn quiet" (click)="done.emit()">{{ t('password.done') }}</button>
    </p>
  </ui-note>`,
  styles: `
    :host {
      display: block;
      margin: var(--space-3) 0;
    }
    .made {
      margin: var(--space-2) 0;
      font-family: var(--font-code);
      overflow-wrap: anywhere;
      user-select: all;
    }
  `,
})
export class PasswordNote {
  private readonly clipboard = inject(Clipboard);
  protected readonly t = administrationTexts.inject();
  readonly password = input.required<string>();
  /** Whose it is. */
  readonly name = input.required<string>();
  readonly done = output();
  protected readonly copied = signal(false);

  protected copy(): void {
    this.copied.set(this.clipboard.copy(this.password()));
  }
}
