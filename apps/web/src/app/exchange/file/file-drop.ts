import {
  Component,
  computed,
  DestroyRef,
  type ElementRef,
  inject,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { IMPORT_FILE_ENDINGS, IMPORT_FILE_MOST_BYTES, type ImportRecord, importRoutes } from '@hoest/contracts';
import type { ImportKind } from '@hoest/exchange';
import { Format, Note, Progress } from '@hoest/ui';
import { ApiClient } from '../../api/api-client';
import { ApiProblem } from '../../api/api-problem';
import { exchangeTexts } from '../exchange-texts';
import { fileSize } from '../file-size';
import { checkFile } from './check-file';

/** Takes a file by drop or button, sends it with progress, and says why it is not taken and what helps. */
@Component({
  selector: 'app-file-drop',
  imports: [Note, Progress],
  template: `@if (sending(); as file) {
      <ui-progress
        [name]="t(read() ? 'file.beingRead' : 'file.sending', { file: file.name })"
        [share]="read() ? null : share()"
      >
        {{ t('file.of', { size: size(file.size) }) }}
        <p progressActions class="actions">
          <button type="button" class="btn quiet" (click)="stop()">{{ t('file.stop') }}</button>
        </p>
      </ui-progress>
    } @else {
      <!-- Dropping is a second way for the mouse; the button beside it does the same for everybody. -->
      <div
        class="drop"
        [class.over]="over()"
        (dragover)="hover($event)"
        (dragleave)="over.set(false)"
        (drop)="drop($event)"
      >
        <p class="strong large">{{ t('file.drop') }}</p>
        <button type="button" class="btn primary" (click)="picker.click()">
          {{ t('file.choose') }}
        </button>
        <p class="sub">{{ t('file.kinds', { kinds, most }) }}</p>
        <input
          #picker
          type="file"
          hidden
          [attr.aria-label]="t('file.choose')"
          [accept]="accept"
          (change)="choose(picker.files)"
        />
      </div>
    }
    @if (refusal(); as refusal) {
      <ui-note class="refusal" kind="deviation" [heading]="refusal.title">
        <p>{{ refusal.what }}</p>
      </ui-note>
    }`,
  styles: `
    :host {
      display: block;
    }
    .drop {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--space-3) var(--space-5);
      padding: var(--space-8) var(--space-6);
      border: 1px dashed var(--rule-strong);
      border-radius: var(--radius-2);
    }
    .drop.over {
      outline: 2px solid var(--accent);
      outline-offset: -1px;
      background: var(--surface-selected);
    }
    .sub {
      flex: 1;
      min-width: 200px;
    }
    ui-progress {
      max-width: 640px;
    }
    .refusal {
      margin-top: var(--space-4);
    }
  `,
})
export class FileDrop {
  private readonly client = inject(ApiClient);
  private readonly format = inject(Format);
  protected readonly t = exchangeTexts.inject();
  private readonly field = viewChild<ElementRef<HTMLInputElement>>('picker');

  /** What the file holds. */
  readonly kind = input.required<ImportKind>();
  /** The file has been taken and read. */
  readonly taken = output<ImportRecord>();

  protected readonly accept = IMPORT_FILE_ENDINGS.join(',');
  protected readonly kinds = this.format.list(IMPORT_FILE_ENDINGS.map((ending) => ending.slice(1)));
  protected readonly most = fileSize(IMPORT_FILE_MOST_BYTES, this.format);
  protected readonly over = signal(false);
  protected readonly sending = signal<File | undefined>(undefined);
  /** Part of the file that has arrived, 0–1. */
  protected readonly share = signal(0);
  /** Whether all of it has arrived and the server reads it. */
  protected readonly read = computed(() => this.share() >= 1);
  protected readonly refusal = signal<{ title: string; what: string } | undefined>(undefined);
  private abort: AbortController | undefined;

  constructor() {
    inject(DestroyRef).onDestroy(() => this.abort?.abort());
  }

  protected size(bytes: number): string {
    return fileSize(bytes, this.format);
  }

  protected hover(event: DragEvent): void {
    event.preventDefault();
    this.over.set(true);
  }

  protected drop(event: DragEvent): void {
    event.preventDefault();
    this.over.set(false);
    this.choose(event.dataTransfer?.files ?? null);
  }

  protected choose(files: FileList | null): void {
    const file = files?.[0];
    if (!file) return;
    const title = this.t('file.notTaken', { file: file.name });
    const fault = files.length > 1 ? 'several' : checkFile(file);
    // The same file may be chosen again once it is corrected; the field would not tell of it otherwise.
    const field = this.field()?.nativeElement;
    if (field) field.value = '';
    if (fault) this.refusal.set({ title, what: this.t(`fault.${fault}`, { kinds: this.kinds, most: this.most }) });
    else void this.send(file);
  }

  protected stop(): void {
    this.abort?.abort();
    this.sending.set(undefined);
  }

  private async send(file: File): Promise<void> {
    const form = new FormData();
    form.set('kind', this.kind());
    form.set('file', file, file.name);
    const abort = (this.abort = new AbortController());
    this.refusal.set(undefined);
    this.share.set(0);
    this.sending.set(file);
    try {
      const uploaded = (sent: number, of: number) => this.share.set(of > 0 ? sent / of : 0);
      this.taken.emit(await this.client.call(importRoutes.uploadImport, { form, uploaded, signal: abort.signal }));
    } catch (problem) {
      if (!(problem instanceof ApiProblem)) throw problem;
      if (abort.signal.aborted) return;
      const what = problem.faultOf('file') ?? problem.problem.detail;
      this.refusal.set({ title: this.t('file.notTaken', { file: file.name }), what });
    } finally {
      if (!abort.signal.aborted) this.sending.set(undefined);
    }
  }
}
