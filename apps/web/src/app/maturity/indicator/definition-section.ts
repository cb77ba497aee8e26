import { Component, computed, inject, input } from '@angular/core';
import { catalogueEntry, type IndicatorDefinition, LEVEL_LABELS, LEVELS } from '@hoest/maturity';
import { Format, LabelPipe, UiLocale } from '@hoest/ui';
import { ScopeLink } from '../../shell/scope-link';
import { maturityTexts } from '../maturity-texts';

/** How an indicator is computed, in plain words from the same definition the product computes with. */
@Component({
  selector: 'app-definition-section',
  imports: [LabelPipe, ScopeLink],
  template: `<section class="sec thin" aria-labelledby="definition-title">
    <h2 id="definition-title">{{ t('definition.title') }}</h2>
    <dl>
      @for (row of rows(); track row.term) {
        <div>
          <dt>{{ row.term }}</dt>
          <dd>{{ row.text }}</dd>
        </div>
      }
      @if (definition().partner; as partner) {
        <div>
          <dt>{{ t('definition.partner') }}</dt>
          <dd>
            <a [scopeLink]="['/maturity/indicators', partner]">{{ names(partner) | label }}</a>
          </dd>
        </div>
      }
      <div>
        <dt>{{ t('definition.counterweight') }}</dt>
        <dd>
          <a [scopeLink]="['/maturity/indicators', definition().counterweight]">{{
            names(definition().counterweight) | label
          }}</a>
        </dd>
      </div>
      <div>
        <dt>{{ t('definition.evidence') }}</dt>
        @for (tag of definition().evidence; track tag) {
          <dd>
            <span class="code">{{ tag }}</span> {{ t(evidenceKey(tag)) }}
          </dd>
        }
      </div>
    </dl>
  </section>`,
  styles: `
    :host {
      display: block;
    }
    dl > div {
      padding: 7px 0;
      border-bottom: 1px solid var(--rule);
    }
    dt {
      color: var(--ink-2);
      font-size: var(--text-sm);
    }
    dd {
      line-height: 1.4;
    }
  `,
})
export class DefinitionSection {
  private readonly locale = inject(UiLocale);
  private readonly format = inject(Format);
  protected readonly t = maturityTexts.inject();
  readonly definition = input.required<IndicatorDefinition>();
  protected readonly names = (id: string) => catalogueEntry(id).names;
  protected readonly evidenceKey = (tag: IndicatorDefinition['evidence'][number]) => `evidence.${tag}` as const;

  protected readonly rows = computed(() => {
    const { numerator, denominator, kind, whenEmpty, minN, updateLimit, aboutPeople, goalposts } = this.definition();
    const reason = this.locale.label(whenEmpty.reason);
    const share = (value: number) => this.format.percent(value, { maxDecimals: 1 });
    const rows = [
      { term: this.t('definition.numerator'), text: this.locale.label(numerator) },
      { term: this.t('definition.denominator'), text: this.locale.label(denominator) },
      { term: this.t('definition.kind'), text: this.t(`definition.kind.${kind}`) },
      { term: this.t('definition.empty'), text: this.t(`definition.empty.${whenEmpty.status}`, { reason }) },
      { term: this.t('definition.minN'), text: this.t('definition.minNWhat', { n: minN }) },
      {
        term: this.t('definition.goalposts'),
        text: this.t('definition.goalpostsWhat', { low: share(goalposts.low), high: share(goalposts.high) }),
      },
      { term: this.t('definition.levels'), text: this.levels() },
    ];
    if (updateLimit) {
      const limit = updateLimit.days
        ? this.t('value.freshDays', { n: updateLimit.days })
        : this.t('value.freshMonths', { n: updateLimit.months ?? 0 });
      rows.push({ term: this.t('definition.updateLimit'), text: limit });
    }
    if (aboutPeople) rows.push({ term: this.t('definition.people'), text: this.t('definition.peopleWhat') });
    return rows;
  });

  /** Values at which each level begins: the scores 20, 40, 60 and 80 between the goalposts. */
  private levels(): string {
    const { low, high } = this.definition().goalposts;
    return LEVELS.filter((level) => level > 1)
      .map((level) =>
        this.t('definition.levelFrom', {
          level: `${level} ${this.locale.label(LEVEL_LABELS[level]).toLocaleLowerCase(this.locale.language())}`,
          cut: this.format.percent(low + ((high - low) * (level - 1)) / 5, { maxDecimals: 1 }),
        }),
      )
      .join(' · ');
  }
}
