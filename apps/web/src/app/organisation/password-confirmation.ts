import { inject, Injector, runInInjectionContext, Service } from '@angular/core';
import { Dialogs } from '@hoest/ui';
import { firstValueFrom } from 'rxjs';
import { passwordTexts } from './organisation-texts';

/**
 * Asks whoever is at the browser to give their password again, so that a call that signs something off can go on. The
 * page behind the dialog stays as it is, with everything typed in it.
 */
@Service()
export class PasswordConfirmation {
  private readonly dialogs = inject(Dialogs);
  private readonly injector = inject(Injector);
  private asking: Promise<boolean> | undefined;

  /** Whether it was given; calls that ask at the same time share one dialog. */
  ask(): Promise<boolean> {
    this.asking ??= this.open().finally(() => (this.asking = undefined));
    return this.asking;
  }

  // Fetched when first needed: most people never sign anything off.
  private async open(): Promise<boolean> {
    const [{ PasswordDialog }] = await Promise.all([
      import('./password-dialog'),
      runInInjectionContext(this.injector, passwordTexts.load),
    ]);
    const dialog = this.dialogs.open<boolean>(PasswordDialog, { width: '440px', focus: 'input' });
    return (await firstValueFrom(dialog.closed, { defaultValue: false })) === true;
  }
}
