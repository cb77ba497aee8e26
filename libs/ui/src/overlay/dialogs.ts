import { CdkDialogContainer, Dialog, type DialogConfig, type DialogRef } from '@angular/cdk/dialog';
import type { ComponentType } from '@angular/cdk/portal';
import { inject, Service, type TemplateRef } from '@angular/core';

/**
 * Opens modal dialogs: focus is held inside and returns where it was, Esc and the backdrop close. The component's
 * template is one `<ui-dialog [heading]="…">`; it gets its data by `inject(DIALOG_DATA)` and closes by
 * `inject(DialogRef).close(result)` (both from `@angular/cdk/dialog`). The heading takes the focus, so that it is read first;
 * `focus` is the selector of what takes it instead where there is one thing to do.
 */
@Service()
export class Dialogs {
  private readonly dialog = inject(Dialog);

  open<Result, Data = undefined>(
    content: ComponentType<unknown> | TemplateRef<unknown>,
    options: { data?: Data; width?: string; focus?: string } = {},
  ): DialogRef<Result, unknown> {
    const config: DialogConfig<Data | undefined, DialogRef<Result>> = {
      data: options.data,
      width: options.width ?? '560px',
      maxWidth: 'calc(100vw - 32px)',
      maxHeight: 'calc(100dvh - 32px)',
      panelClass: 'hoest-dialog',
      backdropClass: 'hoest-backdrop',
      autoFocus: options.focus ?? 'first-heading',
      ariaModal: true,
      // The heading inside names the container outside.
      providers: (_ref, _config, container) => [{ provide: CdkDialogContainer, useValue: container }],
    };
    return typeof content === 'function'
      ? this.dialog.open<Result, Data | undefined, unknown>(content, config)
      : this.dialog.open<Result, Data | undefined, unknown>(content, config);
  }
}
