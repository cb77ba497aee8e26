import { Component, computed, inject } from '@angular/core';
import { DialogBody } from '@hoest/ui';
import { Preferences } from './preferences';
import { shellTexts } from './shell-texts';
import { Shortcuts } from './shortcuts';

/** The shortcuts that work on the page in view, and the switch that turns single keys off. */
@Component({
  selector: 'app-shortcuts-dialog',
  imports: [DialogBody],
  template: `<ui-dialog [heading]="t('shortcuts.title')">
    <p class="muted">{{ preferences.singleKeys() ? t('shortcuts.intro') : t('shortcuts.off') }}</p>
    <dl class="kv">
      @for (shortcut of list(); track shortcut.keys) {
        <div>
          <dt>{{ shortcut.what }}</dt>
          <dd>
            @for (key of shortcut.parts; track $index) {
              @if (!$first) {
                <span class="faint small"> {{ t('shortcuts.then') }} </span>
              }
              <kbd>{{ key }}</kbd>
            }
          </dd>
        </div>
      }
    </dl>
    <label class="choice"
      ><input
        type="checkbox"
        [checked]="preferences.singleKeys()"
        (change)="preferences.singleKeys.set(!preferences.singleKeys())"
      />{{ t('shortcuts.use') }}</label
    >
  </ui-dialog>`,
  styles: `
    dl {
      margin: var(--space-3) 0 var(--space-4);
    }
  `,
})
export class ShortcutsDialog {
  private readonly shortcuts = inject(Shortcuts);
  protected readonly preferences = inject(Preferences);
  protected readonly t = shellTexts.inject();
  protected readonly list = computed(() =>
    this.shortcuts.all().map(({ keys, describe }) => ({ keys, parts: keys.split(' '), what: describe() })),
  );
}
