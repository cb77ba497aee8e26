import { Component, computed, effect, inject, output, signal, untracked } from '@angular/core';
import { type ImportLine, type ImportRecord, importRoutes } from '@hoest/contracts';
import { Format, LabelPipe } from '@hoest/ui';
import { read } from '../../api/read';
import { ReadingState } from '../../shell/reading-state';
import { injectImportWords } from '../import-words';
import { ChoiceField, type ChoiceOption } from '../wizard/choice-field';
import type { Choice, MappingChange } from '../wizard/import-editor';
import { ImportStore } from '../wizard/import-store';
import { LinesPreview } from './lines-preview';

const ENCODINGS = ['utf-8', 'windows-1252', 'utf-16le'] as const;
const DELIMITERS = [
  [';', 'semicolon'],
  [',', 'comma'],
  ['\t', 'tab'],
  ['|', 'bar'],
] as const;
const ORIENTATIONS = ['rows', 'columns'] as const;
const PREVIEWED = 12;

type ReadingField = 'sheet' | 'encoding' | 'delimiter' | 'orientation' | 'headerLine';

/** What was recognised in the file; changing anything reads the file again. */
@Component({
  selector: 'app-reading-step',
  imports: [ChoiceField, LabelPipe, LinesPreview, ReadingState],
  templateUrl: './reading-step.html',
  styleUrl: '../wizard/step.css',
})
export class ReadingStep {
  private readonly format = inject(Format);
  protected readonly store = inject(ImportStore);
  protected readonly t = injectImportWords(this.store.kind);
  readonly forward = output();

  /** What was recognised and can be chosen otherwise; a workbook has no encoding, a CSV file no sheets. */
  protected readonly fields = computed(() => {
    const record = this.store.record();
    if (!record) return [];
    const { sheets, sheet, encoding, delimiter, orientation } = record;
    const fields: { key: ReadingField; label: string; hint?: string; value: string; options: ChoiceOption[] }[] = [];
    if (sheets.length > 1) {
      const options = sheets.map((one) => ({ value: one, label: one }));
      fields.push({ key: 'sheet', label: this.t('reading.sheet'), value: sheet ?? '', options });
    }
    if (encoding !== null) {
      const options = ENCODINGS.map((one) => ({ value: one, label: this.t(`encoding.${one}`) }));
      const hint = this.t('reading.encodingHint');
      fields.push({ key: 'encoding', label: this.t('reading.encoding'), hint, value: encoding, options });
    }
    if (delimiter !== null) {
      const options = DELIMITERS.map(([value, word]) => ({ value, label: this.t(`delimiter.${word}`) }));
      fields.push({ key: 'delimiter', label: this.t('reading.delimiter'), value: delimiter, options });
    }
    const ways = ORIENTATIONS.map((one) => ({ value: one, label: this.t(`orientation.${one}`) }));
    fields.push({
      key: 'orientation',
      label: this.t('reading.orientation'),
      value: orientation ?? '',
      options: ways,
    });
    return fields;
  });
  /** What was typed as the line of the headings and is no line. */
  protected readonly headerFault = signal<string | undefined>(undefined);
  protected readonly lines = read(
    importRoutes.listImportLines,
    () => {
      const record = this.store.record();
      return record && { params: { id: record.id }, query: { limit: PREVIEWED } };
    },
    { keep: true },
  );

  protected readonly lead = computed(() => {
    const record = this.store.record();
    return record
      ? this.t('reading.lead', { rows: record.rowCount, columns: record.columns.length, file: record.fileName })
      : '';
  });
  /** How the file was read, in one line. */
  protected readonly how = computed(() => {
    const record = this.store.record();
    if (!record) return '';
    const delimiter = DELIMITERS.find(([sign]) => sign === record.delimiter)?.[1];
    const encoding = ENCODINGS.find((known) => known === record.encoding);
    return [
      record.sheet && this.t('reading.howSheet', { sheet: record.sheet }),
      encoding && this.t(`encoding.${encoding}`),
      delimiter && this.t(`delimiter.${delimiter}`),
      record.orientation && this.t(`orientation.${record.orientation}`),
      this.t('reading.howSkipped', { n: record.skippedCount }),
    ]
      .filter(Boolean)
      .join(' · ');
  });

  constructor() {
    // The lines follow every new reading of the file, one's own and other people's.
    let version: number | undefined;
    effect(() => {
      const now = this.store.record()?.version;
      if (version !== undefined && now !== version) untracked(() => this.lines.reload());
      version = now;
    });
  }

  protected choose(field: ReadingField, value: string | number, mine: string): void {
    const record = this.store.record();
    if (!record || String(record[field] ?? '') === String(value)) return;
    void this.store.editor.save({
      key: field,
      plan: (one) => ({
        change: { [field]: value } as MappingChange,
        ...(one[field] !== null && { back: { [field]: one[field] } as MappingChange }),
      }),
      of: (one) => one[field],
      show: (one) => this.word(field, one),
      mine,
    });
  }

  protected chooseHeaderLine(text: string): void {
    const line = Number(text.trim());
    const valid = Number.isInteger(line) && line >= 1 && line <= 1000;
    this.headerFault.set(valid ? undefined : this.t('reading.headerFault'));
    if (valid) this.choose('headerLine', line, text.trim());
  }

  /** Takes a line as an initiative, or leaves it out. */
  protected take({ line, name }: Pick<ImportLine, 'line' | 'name'>, as: 'initiative' | 'left_out'): void {
    const choice: Choice = {
      key: 'lines',
      plan: () => ({
        change: { lines: [{ line, as }] },
        back: { lines: [{ line, as: as === 'initiative' ? 'left_out' : 'initiative' }] },
      }),
      of: ({ skipped }) => skipped.some((one) => one.line === line),
      show: () => '',
      mine: name,
    };
    void this.store.editor.save(choice);
  }

  protected headingsAt({ line, name }: Pick<ImportLine, 'line' | 'name'>): void {
    this.choose('headerLine', line, name);
  }

  /** Whether a skipped line may be taken as an initiative; what stands above the headings cannot. */
  protected takeable(code: ImportRecord['skipped'][number]['code']): boolean {
    return code !== 'above_headings';
  }

  private word(field: ReadingField, record: ImportRecord): string {
    const value = record[field];
    if (field === 'encoding') {
      const known = ENCODINGS.find((one) => one === value);
      return known ? this.t(`encoding.${known}`) : '';
    }
    if (field === 'delimiter') {
      const known = DELIMITERS.find(([sign]) => sign === value)?.[1];
      return known ? this.t(`delimiter.${known}`) : '';
    }
    if (field === 'orientation') return record.orientation ? this.t(`orientation.${record.orientation}`) : '';
    return typeof value === 'number' ? this.format.number(value) : String(value ?? '');
  }
}
