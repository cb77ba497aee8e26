import { NgTemplateOutlet } from '@angular/common';
import { Component, computed, input, type TemplateRef } from '@angular/core';

/** How a segment is filled: a step of the certainty ramp, or the hatch of a cause. */
export type BandFill =
  | 'fill-1'
  | 'fill-2'
  | 'fill-3'
  | 'fill-4'
  | 'fill-5'
  | 'fill-below-plan'
  | 'fill-disputed'
  | 'fill-not-measured'
  | 'fill-late';

export interface BandSegment {
  id: string;
  label: string;
  /** Size, for the drawing only; below zero it is deducted from its group and drawn as an empty outline. */
  size: number;
  /** The amount as text, without unit; the unit stands in the sub-line. */
  text: string;
  fill: BandFill;
}

export interface BandGroup {
  /** "Realiseret 25,1 mio. kr." */
  title: string;
  /** "Realiseret": its name in the table, where the sum has its own column; default the title. */
  name?: string;
  /** "59 % af det lovede – jo kraftigere farve, jo sikrere" */
  note: string;
  /** The group's sum as text. */
  text: string;
  segments: readonly BandSegment[];
}

/**
 * One bar over the full width: what is realised by certainty, then what is not harvested by cause, each segment with
 * amount and words under it. On narrow screens the words become a table. Segments without size are left out of the bar
 * and kept in the table, where a zero is a zero.
 *
 * With `words` the caller writes the segments' words, usually as a link to the records behind it, which reaches over
 * its segment of the bar by `a::after { content: ''; position: absolute; inset: var(--segment-reach) }`. Without it the bar is a picture with one spoken text.
 *
 * ```html
 * <ui-certainty-band [groups]="groups()" [words]="words" />
 * <ng-template #words let-segment><a [routerLink]="…">{{ segment.label }}</a></ng-template>
 * ```
 */
@Component({
  selector: 'ui-certainty-band',
  imports: [NgTemplateOutlet],
  template: `<div
      class="band"
      [attr.role]="words() ? null : 'img'"
      [attr.aria-label]="words() ? null : spoken()"
      [style.--wide]="wide()"
      [style.--narrow]="narrow()"
    >
      @for (group of drawn(); track $index; let firstGroup = $first) {
        <div
          class="title"
          [attr.aria-hidden]="words() ? null : true"
          [class.gap]="!firstGroup"
          [style.grid-column]="'span ' + group.segments.length"
        >
          <b>{{ group.title }}</b>&ngsp;<span class="muted">{{ group.note }}</span>
        </div>
      }
      @for (group of drawn(); track $index; let firstGroup = $first) {
        @for (segment of group.segments; track segment.id) {
          <div
            [class]="'block ' + (segment.size < 0 ? 'deducted' : segment.fill)"
            [class.gap]="!firstGroup && $first"
            [class.last]="$last"
          ></div>
        }
      }
      @for (group of drawn(); track $index; let firstGroup = $first) {
        @for (segment of group.segments; track segment.id) {
          <div class="words" [attr.aria-hidden]="words() ? null : true" [class.gap]="!firstGroup && $first">
            <b>{{ segment.text }}</b>
            <ng-container *ngTemplateOutlet="words() ?? plain; context: { $implicit: segment }" />
          </div>
        }
      }
    </div>
    <table class="data list">
      <tbody>
        @for (group of groups(); track $index) {
          <tr class="group">
            <th scope="row">{{ group.name ?? group.title }}</th>
            <td class="num">{{ group.text }}</td>
          </tr>
          @for (segment of group.segments; track segment.id) {
            <tr>
              <th scope="row">
                <span [class]="'swatch ' + segment.fill"></span
                ><ng-container *ngTemplateOutlet="words() ?? plain; context: { $implicit: segment }" />
              </th>
              <td class="num">{{ segment.text }}</td>
            </tr>
          }
        }
      </tbody>
    </table>
    <ng-template #plain let-segment>{{ segment.label }}</ng-template>`,
  styles: `
    :host {
      display: block;
      container-type: inline-size;
    }
    .band {
      display: grid;
      grid-template-columns: var(--wide);
      margin-top: var(--space-4);
    }
    .band > div {
      min-width: 0;
    }
    .title {
      position: relative;
      padding: 4px 0 10px;
      border-top: 1px solid var(--rule-strong);
    }
    .title::before,
    .title::after {
      content: '';
      position: absolute;
      top: -1px;
      height: 7px;
      border-left: 1px solid var(--rule-strong);
    }
    .title::before {
      left: 0;
    }
    .title::after {
      right: 0;
    }
    .gap {
      margin-left: 10px;
    }
    .block {
      height: 44px;
      border: 1px solid var(--ink-step-edge);
      border-right-width: 0;
      print-color-adjust: exact;
    }
    .block.deducted {
      border-style: dashed;
    }
    .block.last {
      border-right-width: 1px;
    }
    .words {
      position: relative;
      --segment-reach: -44px 0 0;
      padding: 6px 8px 0 0;
      color: var(--ink-2);
      font-size: var(--text-sm);
      line-height: 1.25;
      hyphens: auto;
    }
    .words b {
      display: block;
      color: var(--ink);
      font-size: var(--text-lg);
    }
    .list {
      display: none;
      margin-top: var(--space-3);
    }
    .list th {
      position: relative;
      --segment-reach: 0;
    }
    @container (max-width: 760px) {
      .band {
        grid-template-columns: var(--narrow);
      }
      .title,
      .words {
        display: none;
      }
      .block {
        height: 28px;
      }
      .list {
        display: table;
      }
    }
  `,
})
export class CertaintyBand {
  readonly groups = input.required<readonly BandGroup[]>();
  /** Writes a segment's words. */
  readonly words = input<TemplateRef<{ $implicit: BandSegment }>>();
  protected readonly drawn = computed(() =>
    this.groups()
      .map((group) => ({ ...group, segments: group.segments.filter(({ size }) => size !== 0) }))
      .filter(({ segments }) => segments.length > 0),
  );
  /** Each segment gets at least the width its amount and longest word need, so that a small one can still be read. */
  protected readonly wide = computed(() => this.columns((segment) => leastWidth(segment)));
  /** On narrow screens the words stand in the table and the bar keeps its proportions. */
  protected readonly narrow = computed(() => this.columns(() => 3));
  protected readonly spoken = computed(() =>
    this.groups()
      .map(({ title, segments }) => `${title}: ${segments.map(({ label, text }) => `${label} ${text}`).join(', ')}`)
      .join('. '),
  );

  private columns(least: (segment: BandSegment) => number): string {
    return this.drawn()
      .flatMap(({ segments }) =>
        segments.map((segment) => `minmax(${least(segment)}px, ${Math.max(0, segment.size)}fr)`),
      )
      .join(' ');
  }
}

const CHARACTER_PX = 7;

/** Pixels a segment's amount and the longest word of its label take. */
function leastWidth({ label }: BandSegment): number {
  const longest = Math.max(...label.split(/[\s\u00ad]+/).map((word) => word.length));
  return Math.max(56, longest * CHARACTER_PX + 10);
}
