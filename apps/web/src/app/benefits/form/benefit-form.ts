import {
  Component,
  computed,
  DOCUMENT,
  effect,
  ElementRef,
  inject,
  input,
  output,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router } from '@angular/router';
import {
  BENEFICIARIES,
  BENEFICIARY_LABELS,
  BENEFIT_CLASS_LABELS,
  BENEFIT_CLASSES,
  CALCULATOR_LABELS,
  CALCULATORS,
  EVIDENCE_KIND_LABELS,
  EVIDENCE_KINDS,
  FREQUENCIES,
  FREQUENCY_LABELS,
  MEASURE_DIRECTION_LABELS,
  MEASURE_DIRECTIONS,
} from '@hoest/benefits';
import { type Benefit, benefitRoutes } from '@hoest/contracts';
import {
  Choose,
  DateInput,
  Field,
  Format,
  injectUiText,
  LabelPipe,
  Note,
  NumberInput,
  UiControl,
  UiLocale,
} from '@hoest/ui';
import { ApiClient } from '../../api/api-client';
import { ApiProblem } from '../../api/api-problem';
import { People } from '../../organisation/people';
import { benefitsTexts, benefitTexts } from '../benefits-texts';
import { Calculator, type KnownFigure } from '../calculation/calculator';
import { type BenefitDraft, bodyOf, type DraftFault, draftOf, driversOf, faultsOf } from './benefit-draft';
import { BENEFIT_TEMPLATES, type TemplateId } from './templates';

/**
 * Adds a benefit to an initiative: choose a usual gain, adapt it, see its value while typing. Little is required; the profile is
 * completed on the benefit's own page. The template stands in the address (`?template=`). The page's guard must load the texts
 * (`loadBenefitTexts`).
 */
@Component({
  selector: 'app-benefit-form',
  imports: [Calculator, Choose, DateInput, Field, LabelPipe, Note, NumberInput, UiControl],
  templateUrl: './benefit-form.html',
  styleUrl: './benefit-form.css',
})
export class BenefitForm {
  private readonly client = inject(ApiClient);
  private readonly router = inject(Router);
  private readonly route = inject(ActivatedRoute);
  private readonly format = inject(Format);
  private readonly locale = inject(UiLocale);
  private readonly document = inject(DOCUMENT);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  protected readonly people = inject(People);
  protected readonly ui = injectUiText();
  protected readonly t = benefitsTexts.inject();
  protected readonly of = benefitTexts.inject();
  private readonly calculator = viewChild(Calculator);
  private readonly params = toSignal(this.route.queryParamMap, { requireSync: true });

  readonly initiativeId = input.required<string>();
  /** The benefit as it was added. */
  readonly created = output<Benefit>();
  /** The reader does not want to add one after all. */
  readonly cancelled = output();

  protected readonly templates = BENEFIT_TEMPLATES;
  protected readonly classes = BENEFIT_CLASSES;
  protected readonly classLabels = BENEFIT_CLASS_LABELS;
  protected readonly beneficiaries = BENEFICIARIES;
  protected readonly beneficiaryLabels = BENEFICIARY_LABELS;
  protected readonly directions = MEASURE_DIRECTIONS;
  protected readonly directionLabels = MEASURE_DIRECTION_LABELS;
  protected readonly frequencies = FREQUENCIES;
  protected readonly frequencyLabels = FREQUENCY_LABELS;
  protected readonly evidences = EVIDENCE_KINDS;
  protected readonly evidenceLabels = EVIDENCE_KIND_LABELS;
  protected readonly calculators = CALCULATORS;
  protected readonly calculatorLabels = CALCULATOR_LABELS;

  protected readonly template = computed(() =>
    BENEFIT_TEMPLATES.find(({ id }) => id === this.params().get('template')),
  );
  protected readonly draft = signal<BenefitDraft | undefined>(undefined);
  protected readonly drivers = computed(() => {
    const draft = this.draft();
    return draft ? driversOf(draft) : {};
  });
  protected readonly known = computed<Record<string, KnownFigure>>(() => {
    const draft = this.draft();
    if (!draft || draft.calculator !== 'unit_saving') return {};
    return {
      ...(draft.baselineValue !== null && {
        unitBefore: { value: draft.baselineValue, source: this.of('source.baseline') },
      }),
      ...(draft.targetValue !== null && { unitNow: { value: draft.targetValue, source: this.of('source.aim') } }),
    };
  });
  private readonly tried = signal(false);
  protected readonly faults = computed<ReadonlySet<DraftFault>>(() => {
    const draft = this.draft();
    return new Set(this.tried() && draft ? faultsOf(draft) : []);
  });
  protected readonly busy = signal(false);
  protected readonly problem = signal<ApiProblem | undefined>(undefined);

  constructor() {
    void this.people.load();
    effect(() => {
      const template = this.template();
      untracked(() => this.draft.set(template && draftOf(template, this.locale.language())));
    });
  }

  protected choose(template: TemplateId | null): void {
    this.tried.set(false);
    void this.router.navigate([], {
      relativeTo: this.route,
      queryParams: { template },
      queryParamsHandling: 'merge',
      scroll: 'manual',
    });
  }

  protected set(change: Partial<BenefitDraft>): void {
    this.draft.update((draft) => draft && { ...draft, ...change });
  }

  protected setOne<Name extends 'class' | 'beneficiary' | 'direction' | 'frequency'>(
    name: Name,
    values: readonly BenefitDraft[Name][],
    value: string,
  ): void {
    const known = values.find((one) => one === value);
    if (known !== undefined) this.set({ [name]: known });
  }

  protected setEvidence(value: string): void {
    this.set({ baselineEvidence: EVIDENCE_KINDS.find((one) => one === value) ?? null });
  }

  protected setCalculator(value: string): void {
    this.set({ calculator: CALCULATORS.find((one) => one === value) ?? null, drivers: {} });
  }

  /** What is wrong with a field: found here, or refused by the server. */
  protected error(name: DraftFault, pointer: string = name): string | undefined {
    if (this.faults().has(name)) return this.t(`form.fault.${name}`);
    return this.problem()?.problem.errors?.find((fault) => fault.pointer === `/${pointer}`)?.detail;
  }

  protected async add(event: Event): Promise<void> {
    event.preventDefault();
    const draft = this.draft();
    this.tried.set(true);
    if (!draft || this.busy()) return;
    if (faultsOf(draft).length > 0) {
      setTimeout(() => this.host.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
      return;
    }
    const valid = this.calculator()?.valid();
    const value = valid?.current ? valid.result.fullYearValueMinor.toString() : null;
    this.busy.set(true);
    this.problem.set(undefined);
    try {
      const call = { params: { id: this.initiativeId() }, body: bodyOf(draft, value) };
      this.created.emit(await this.client.call(benefitRoutes.createBenefit, call));
    } catch (problem) {
      if (!(problem instanceof ApiProblem)) throw problem;
      this.problem.set(problem);
    } finally {
      this.busy.set(false);
    }
  }
}
