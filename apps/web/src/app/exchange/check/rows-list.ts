import { Component, computed, inject, input } from '@angular/core';
import { type ImportRecord, type ImportRow, importRoutes } from '@hoest/contracts';
import { isKeyOfTitle, lineName } from '@hoest/exchange';
import { Icon, LabelPipe } from '@hoest/ui';
import { readPages } from '../../api/read-pages';
import { ReadingState } from '../../shell/reading-state';
import { injectImportWords } from '../import-words';
import type { ShownRows } from './check-step';
import { RowWords } from './row-words';

const PAGE = 50;

/** Rows of the dry run: cells with issues, what is created, what an update changes. Grouped by initiative. */
@Component({
  selector: 'app-rows-list',
  imports: [Icon, LabelPipe, ReadingState],
  providers: [RowWords],
  templateUrl: './rows-list.html',
  styleUrl: './rows-list.css',
})
export class RowsList {
  protected readonly words = inject(RowWords);
  protected readonly t = injectImportWords(() => this.record().kind);

  readonly record = input.required<ImportRecord>();
  readonly show = input.required<ShownRows>();

  protected readonly rows = readPages(
    importRoutes.listImportRows,
    () => {
      const [{ id }, show] = [this.record(), this.show()];
      const narrowed = show === 'issues' ? { issues: 'true' as const } : { outcome: show };
      return { params: { id }, query: { ...narrowed, limit: PAGE } };
    },
    { topics: ['import'], follows: ({ id }) => id === this.record().id },
  );
  /** Whether each problem cell is a line of its own. */
  protected readonly byCell = computed(() => this.show() === 'issues' || this.show() === 'rejected');

  /** "Række 14" or "Kolonne F". */
  protected lineOf({ line }: ImportRow): string {
    const { orientation } = this.record();
    const name = lineName({ orientation: orientation ?? 'rows' }, line);
    return orientation === 'columns' ? this.t('rows.column', { name }) : this.t('rows.row', { name });
  }

  protected titleOf(row: ImportRow): string {
    return row.title || this.keyOf(row) || this.t('rows.noTitle');
  }

  /** Key of the row as the source has it; '' where title and unit stand in for one. */
  protected keyOf({ key }: ImportRow): string {
    return key === null || isKeyOfTitle(key) ? '' : key;
  }
}
