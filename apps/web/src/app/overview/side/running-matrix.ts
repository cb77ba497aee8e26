import { Component, computed, inject, input } from '@angular/core';
import type { Params } from '@angular/router';
import type { Overview } from '@hoest/contracts';
import { DayPipe } from '@hoest/ui';
import { Scope } from '../../shell/scope';
import { ScopeLink } from '../../shell/scope-link';
import { overviewTexts } from '../overview-texts';
import { RUNNING_COLUMN_NAMES, RUNNING_COLUMNS, type RunningColumn, runningFigures } from './running-figures';

/** What runs: initiatives per unit and phase, each count a link to them. */
@Component({
  selector: 'app-running-matrix',
  imports: [DayPipe, ScopeLink],
  templateUrl: './running-matrix.html',
  styles: `
    table.data .cell {
      width: 42px;
      padding: 2px 3px;
      text-align: center;
    }
    table.data thead .cell {
      padding-bottom: 5px;
    }
    table.data tfoot th,
    table.data tfoot td {
      height: var(--row);
    }
    abbr {
      text-decoration: none;
    }
    .cell a,
    .cell .count {
      display: grid;
      place-items: center;
      min-width: 24px;
      height: 26px;
      border-radius: var(--radius-1);
      color: var(--ink);
      text-decoration: none;
    }
    .cell a:hover {
      outline: 1px solid var(--rule-strong);
    }
    .cell .heat-1 {
      background: color-mix(in oklab, var(--ink-step-4) 12%, transparent);
      print-color-adjust: exact;
    }
    .cell .heat-2 {
      background: color-mix(in oklab, var(--ink-step-4) 26%, transparent);
      print-color-adjust: exact;
    }
    .cell .heat-3 {
      background: color-mix(in oklab, var(--ink-step-4) 42%, transparent);
      print-color-adjust: exact;
    }
    @media (max-width: 720px) {
      table.data .cell {
        width: 38px;
        padding: 2px 1px;
      }
    }
  `,
})
export class RunningMatrix {
  private readonly scope = inject(Scope);
  protected readonly t = overviewTexts.inject();
  protected readonly columns = RUNNING_COLUMN_NAMES;
  readonly overview = input.required<Overview>();
  protected readonly figures = computed(() => runningFigures(this.overview().running));

  /** The row of those that lie in the scope's own unit; a list of them alone, without the units below, has no address. */
  protected isScope(unitId: string): boolean {
    return unitId === this.overview().unitId;
  }

  /** The list of exactly the initiatives a cell counts. */
  protected params(column: RunningColumn, unitId: string | undefined): Params {
    const unit = unitId ?? this.scope.unitId();
    return { tab: 'all', phase: RUNNING_COLUMNS[column].join(','), ...(unit ? { unit } : {}) };
  }
}
