import { Component, computed, inject, input } from '@angular/core';
import { type ImportKind, TARGET_RULES } from '@hoest/exchange';
import { Format, UiLocale } from '@hoest/ui';
import { targetGroupsOf } from '../columns/target-groups';
import { injectImportWords } from '../import-words';

const BOOKED = ['account', 'costCentre', 'period', 'actualAmount', 'postingText', 'postingRef'] as const;

/** What a file may look like, either way round, and what it can fill. */
@Component({
  selector: 'app-example-tables',
  template: `<section class="sec thin" aria-labelledby="examples">
    <div class="sechead">
      <h2 id="examples">{{ t('example.title') }}</h2>
    </div>
    <p class="muted what">{{ t('example.what') }}</p>
    <div class="cols" [class.halves]="kind() === 'initiatives'">
      <div>
        <h3 id="example-rows">{{ t('example.rows') }}</h3>
        <div class="scroll-x" role="region" tabindex="0" aria-labelledby="example-rows">
          <table class="data">
            <thead>
              <tr>
                @for (heading of headings(); track heading) {
                  <th scope="col">{{ heading }}</th>
                }
              </tr>
            </thead>
            <tbody>
              @for (line of lines(); track $index) {
                <tr>
                  @for (cell of line; track $index) {
                    <td [class.nowrap]="$index > 1">{{ cell }}</td>
                  }
                </tr>
              }
            </tbody>
          </table>
        </div>
      </div>
      <div [hidden]="kind() !== 'initiatives'">
        <h3 id="example-columns">{{ t('example.columns') }}</h3>
        <div class="scroll-x" role="region" tabindex="0" aria-labelledby="example-columns">
          <table class="data">
            <tbody>
              @for (heading of headings(); track heading; let index = $index) {
                <tr>
                  <th scope="row" class="muted">{{ heading }}</th>
                  @for (line of lines(); track $index) {
                    <td>{{ line[index] }}</td>
                  }
                </tr>
              }
            </tbody>
          </table>
        </div>
      </div>
    </div>
    <h3 class="fields">{{ t('example.fields') }}</h3>
    <dl class="facts">
      @for (group of groups(); track group.name) {
        <div>
          <dt>{{ group.name }}</dt>
          <dd>{{ group.fields }}</dd>
        </div>
      }
    </dl>
  </section>`,
  styles: `
    :host {
      display: block;
      margin-top: var(--space-6);
    }
    .what {
      max-width: var(--measure);
      margin-bottom: var(--space-4);
    }
    h3 {
      margin-bottom: var(--space-2);
    }
    .fields {
      margin-top: var(--space-6);
    }
    dd {
      font-weight: var(--weight-normal);
    }
    .facts {
      grid-template-columns: repeat(auto-fill, minmax(260px, 1fr));
    }
    @media screen and (max-width: 1023px) {
      .cols.halves {
        grid-template-columns: minmax(0, 1fr);
      }
    }
  `,
})
export class ExampleTables {
  private readonly locale = inject(UiLocale);
  private readonly format = inject(Format);
  readonly kind = input<ImportKind>('initiatives');
  protected readonly t = injectImportWords(() => this.kind());

  protected readonly headings = computed(() =>
    this.kind() === 'actuals'
      ? this.bookedHeadings()
      : [
          this.t('example.heading.title'),
          this.t('example.heading.unit'),
          this.t('example.heading.cost'),
          this.t('example.heading.goLive'),
        ],
  );
  protected readonly lines = computed(() =>
    this.kind() === 'actuals'
      ? this.bookedLines()
      : [
          [
            this.t('example.first'),
            this.t('example.firstUnit'),
            this.format.number('1250.5'),
            this.format.date('2026-12-31'),
          ],
          [this.t('example.second'), this.t('example.secondUnit'), this.format.number(400), this.t('example.quarter')],
        ],
  );
  private readonly bookedHeadings = () => BOOKED.map((target) => this.locale.label(TARGET_RULES[target].label));
  private readonly bookedLines = () => [
    [
      '5.32.30.1',
      '2100',
      '2026-03',
      this.format.number('18250.5', { minDecimals: 2 }),
      this.t('example.booked'),
      '100-4711',
    ],
    [
      '5.32.30.1',
      '2100',
      '2026-03',
      this.format.number('-1200', { minDecimals: 2 }),
      this.t('example.credited'),
      '100-4802',
    ],
  ];
  protected readonly groups = computed(() =>
    targetGroupsOf(this.kind()).map(({ id, targets }) => ({
      name: this.t(`group.${id}`),
      fields: targets.map((target) => this.locale.label(TARGET_RULES[target].label)).join(' · '),
    })),
  );
}
