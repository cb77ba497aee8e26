import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, inject } from '@angular/core';
import type { ImportKind } from '@hoest/exchange';
import { DialogBody } from '@hoest/ui';
import { injectImportWords } from '../import-words';

/** What the import wrote that is taken back. */
export interface UndoDialogData {
  kind: ImportKind;
  file: string;
  create: number;
  update: number;
}

/** Says what an undo does before it is done; closes with true when it is wanted. */
@Component({
  selector: 'app-undo-dialog',
  imports: [DialogBody],
  template: `<ui-dialog [heading]="t('undo.title', { file: data.file })">
    <div class="prose">
      @if (data.create) {
        <p>{{ t('undo.created', { n: data.create }) }}</p>
      }
      @if (data.update) {
        <p>{{ t('undo.updated', { n: data.update }) }}</p>
      }
      <p>{{ t('undo.kept') }}</p>
    </div>
    <button dialogActions type="button" class="btn" (click)="ref.close(false)">{{ t('undo.no') }}</button>
    <button dialogActions type="button" class="btn danger" (click)="ref.close(true)">{{ t('undo.yes') }}</button>
  </ui-dialog>`,
})
export class UndoDialog {
  protected readonly ref = inject<DialogRef<boolean>>(DialogRef);
  protected readonly data = inject<UndoDialogData>(DIALOG_DATA);
  protected readonly t = injectImportWords(() => this.data.kind);
}
