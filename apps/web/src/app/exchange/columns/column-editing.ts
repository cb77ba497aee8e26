import { inject, Service } from '@angular/core';
import { type ImportTarget, isMoneyTarget, TARGET_RULES } from '@hoest/exchange';
import { UiLocale } from '@hoest/ui';
import { exchangeTexts } from '../exchange-texts';
import { ImportStore } from '../wizard/import-store';
import type { ImportColumn, TargetChoice } from './column-choice';

/** Longer names do not fit a select. */
const LONG_LABEL = 30;

/** Saves choices about one column under one name, so that its cells show one state. */
@Service({ autoProvided: false })
export class ColumnEditing {
  private readonly store = inject(ImportStore);
  private readonly locale = inject(UiLocale);
  private readonly t = exchangeTexts.inject();

  key({ index }: ImportColumn): string {
    return `column-${index}`;
  }

  /** Name of a target; what stands in brackets behind a long one is its explanation. */
  label(target: ImportTarget): string {
    return this.split(target)[0];
  }

  /** Explanation of a target with a long name; '' for the others. */
  explanation(target: ImportTarget): string {
    return this.split(target)[1];
  }

  private split(target: ImportTarget): readonly [string, string] {
    const label = this.locale.label(TARGET_RULES[target].label);
    const [, name = label, rest = ''] = label.length > LONG_LABEL ? (/^(.+) \((.+)\)$/.exec(label) ?? []) : [];
    return [name, rest];
  }

  /**
   * @param plan what to send, given the column and all others as they stand when it is sent
   * @param chosen what is different about the column then, for the words of a conflict
   */
  save(
    column: ImportColumn,
    plan: (now: ImportColumn, columns: readonly ImportColumn[]) => Pick<TargetChoice, 'change' | 'back'>,
    chosen: Partial<ImportColumn>,
  ): void {
    const own = (columns: readonly ImportColumn[]) => columns.find(({ index }) => index === column.index);
    void this.store.editor.save({
      key: this.key(column),
      plan: ({ columns }) => plan(own(columns) ?? column, columns),
      of: ({ columns }) => {
        const now = own(columns);
        return now && [now.target, now.unit, now.currency, now.year];
      },
      show: ({ columns }) => this.inWords(own(columns)),
      mine: this.inWords({ ...column, ...chosen }),
    });
  }

  private inWords(column: ImportColumn | undefined): string {
    if (!column?.target) return this.t('columns.unused');
    const { target, unit, currency, year } = column;
    const money = isMoneyTarget(target) ? [unit && this.t(`scale.${unit}`), currency, year] : [];
    return [this.label(target), ...money].filter(Boolean).join(' ');
  }
}
