import { Component, computed, DestroyRef, inject, input, model, output, signal } from '@angular/core';
import { benefitRoutes, type BenefitSummary } from '@hoest/contracts';
import { Choose, type Option } from '@hoest/ui';
import { read } from '../api/read';

const PAGE = 50;
const TYPING_PAUSE_MS = 200;

/** Finds one benefit among all of the organisation by title, initiative or code; the server is asked while one types. */
@Component({
  selector: 'app-find-benefit',
  imports: [Choose],
  template: `<ui-choose
    [options]="options()"
    [known]="chosen()"
    [(value)]="value"
    [searching]="found.pending() || typed() !== asked()"
    [listLabel]="listLabel()"
    [none]="none()"
    [placeholder]="placeholder()"
    [clearable]="false"
    (typing)="search($event)"
    (committed)="commit($event)"
  />`,
  styles: `
    :host {
      display: block;
    }
  `,
})
export class FindBenefit {
  /** Id of the chosen benefit; null for none. */
  readonly value = model<string | null>(null);
  /** Only benefits the reader may report amounts on. */
  readonly reportable = input(false);
  /** Options to stand first whatever is typed, as those that claim the account already. */
  readonly first = input<readonly Option[]>([]);
  /** Name of the list and its field: "Find gevinst". */
  readonly listLabel = input.required<string>();
  /** What to say when nothing matches. */
  readonly none = input.required<string>();
  readonly placeholder = input('');
  /** The benefit chosen; undefined when it is one of `first`. */
  readonly chose = output<BenefitSummary | undefined>();

  protected readonly typed = signal('');
  /** What the server was asked for last. */
  protected readonly asked = signal('');
  protected readonly found = read(
    benefitRoutes.listBenefits,
    () => {
      const q = this.asked().trim();
      return {
        query: {
          limit: PAGE,
          sort: 'title',
          ...(q ? { q } : {}),
          ...(this.reportable() ? { 'filter[reportable]': 'true' } : {}),
        },
      };
    },
    { keep: true },
  );
  protected readonly options = computed<readonly Option[]>(() => {
    const first = new Set(this.first().map(({ id }) => id));
    const others = (this.found.value()?.items ?? []).filter(({ id }) => !first.has(id)).map(optionOf);
    return [...this.first(), ...others];
  });
  /** Stays known when another search leaves it out. */
  protected readonly chosen = signal<Option | undefined>(undefined);
  private pause: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    inject(DestroyRef).onDestroy(() => clearTimeout(this.pause));
  }

  protected search(text: string): void {
    this.typed.set(text);
    clearTimeout(this.pause);
    this.pause = setTimeout(() => this.asked.set(text), TYPING_PAUSE_MS);
  }

  protected commit(id: string | null): void {
    const benefit = this.found.value()?.items.find((one) => one.id === id);
    this.chosen.set(this.options().find((one) => one.id === id));
    this.chose.emit(benefit);
  }
}

function optionOf({ id, title, initiativeCode, initiativeTitle }: BenefitSummary): Option {
  return { id, label: title, hint: `${initiativeCode} ${initiativeTitle}` };
}
