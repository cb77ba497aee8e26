import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { seriousFindings } from '../testing/axe';
import { type BandGroup, CertaintyBand } from './certainty-band';
import type { ChartSeries } from './chart-data';
import { ChartFrame } from './chart-frame';
import { toCsv } from './csv';
import { LineChart, type MovedPoint } from './line-chart';
import { lineGeometry, type LineChartInput } from './line-geometry';
import { ScoreBar } from './score-bar';
import { seriesTable } from './series-table';

const SERIES: ChartSeries[] = [
  {
    id: 'plan',
    name: 'Godkendt plan',
    kind: 'plan',
    editable: true,
    points: [
      { date: '2026-01-01', value: '412' },
      { date: '2026-07-01', value: '240' },
      { date: '2027-01-01', value: '60' },
    ],
  },
  {
    id: 'own',
    name: 'Målt',
    kind: 'own',
    points: [
      { date: '2026-01-01', value: '412' },
      { date: '2026-04-01', value: null },
      { date: '2026-07-01', value: '340' },
    ],
  },
];
const format = (value: unknown) => String(value);
const draw = (given: Partial<LineChartInput> = {}) =>
  lineGeometry({
    series: SERIES,
    moments: [],
    guides: [],
    fromZero: true,
    width: 640,
    height: 260,
    format,
    formatMonth: (date) => date.slice(0, 7),
    ...given,
  });

describe('the geometry of a line chart', () => {
  it('starts the axis at zero with at most five ticks', () => {
    const { yTicks, plot } = draw();
    expect(yTicks.length).toBeLessThanOrEqual(6);
    expect(yTicks[0]).toEqual({ y: plot.bottom, text: '0', isAxis: true });
  });

  it('keeps zones within the drawing', () => {
    const { y, plot } = draw({ fromZero: false, zones: [{ from: 400, to: 600, label: 'niveau 3', tinted: true }] });
    expect(y(600)).toBeGreaterThanOrEqual(plot.top);
    expect(y(400)).toBeGreaterThan(y(600));
  });

  it('breaks the line where there is no value, instead of drawing zero', () => {
    const [, own] = draw().lines;
    expect(own!.path.match(/M/g)).toHaveLength(2);
    expect(own!.points.map(({ date }) => date)).toEqual(['2026-01-01', '2026-07-01']);
  });

  it('holds the value of a stepped line until the next point', () => {
    const [plan] = draw({ series: [{ ...SERIES[0]!, step: true }] }).lines;
    const corners = plan!.path
      .split(/[ML]/)
      .filter(Boolean)
      .map((pair) => pair.split(',').map(Number));
    expect(corners).toHaveLength(5);
    expect(corners[1]![1]).toBe(corners[0]![1]);
    expect(corners[1]![0]).toBe(corners[2]![0]);
  });

  it('pushes names apart that would overlap', () => {
    const close = [70, 71, 72].map((value, index): ChartSeries => ({
      id: String(index),
      name: `Tema ${index}`,
      kind: 'other',
      points: [
        { date: '2026-01-01', value: 50 },
        { date: '2026-12-01', value },
      ],
    }));
    const ys = draw({ series: close, fromZero: false })
      .lines.map(({ label }) => label!.y)
      .sort((a, b) => a - b);
    expect(ys[1]! - ys[0]!).toBeGreaterThanOrEqual(16);
    expect(ys[2]! - ys[1]!).toBeGreaterThanOrEqual(16);
  });

  it('keeps names inside the drawing on a phone', () => {
    const { lines, plot } = draw({ width: 340 });
    for (const { label } of lines)
      expect(label!.anchor === 'end' ? label!.x : label!.x + label!.lines[0]!.length * 6).toBeLessThanOrEqual(
        plot.right + 14,
      );
  });

  it('draws nothing wrong from no data at all', () => {
    const { lines, yTicks } = draw({ series: [{ id: 'a', name: 'A', kind: 'own', points: [] }] });
    expect(lines[0]!.path).toBe('');
    expect(yTicks.every(({ y }) => Number.isFinite(y))).toBe(true);
  });

  it('finds the value at a height, for points that are moved', () => {
    const geometry = draw();
    expect(geometry.valueAt(geometry.y('240'))).toBeCloseTo(240);
  });
});

@Component({
  imports: [ChartFrame, LineChart],
  template: `<ui-chart-frame message="340 ture om ugen er 100 over planen" sub="Ture pr. uge" [table]="table">
    <ui-line-chart [series]="series" label="Ture pr. uge: plan og målt" (moved)="moved.push($event)" />
  </ui-chart-frame>`,
})
class Page {
  series = SERIES;
  moved: MovedPoint[] = [];
  table = seriesTable(SERIES, { dateHeading: 'Dato', formatDate: (date) => date, format });
}

describe('a chart', () => {
  async function setUp() {
    const fixture = TestBed.createComponent(Page);
    await fixture.whenStable();
    const element = fixture.nativeElement as HTMLElement;
    const press = async (target: Element, key: string) => {
      target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
      await fixture.whenStable();
    };
    return { fixture, page: fixture.componentInstance, element, press };
  }

  it('reads its points out by arrow keys', async () => {
    const { element, press } = await setUp();
    const frame = element.querySelector('.frame')!;
    await press(frame, 'ArrowRight');
    expect(element.querySelector('[aria-live]')?.textContent).toBe('01.01.2026: Godkendt plan 412, Målt 412');
    await press(frame, 'End');
    expect(element.querySelector('[aria-live]')?.textContent).toBe('01.01.2027: Godkendt plan 60');
  });

  it('moves a point of an editable line by arrow keys', async () => {
    const { page, element, press } = await setUp();
    const handle = element.querySelectorAll('[role=slider]')[1]!;
    expect(handle.getAttribute('aria-valuenow')).toBe('240');
    await press(handle, 'ArrowDown');
    expect(page.moved).toEqual([{ series: 'plan', index: 1, value: 235 }]);
  });

  it('gives no marker to a point that only leads the line on', async () => {
    const fixture = TestBed.createComponent(Page);
    const [plan, own] = SERIES;
    const further = { date: '2027-06-01', value: '60', bare: true };
    fixture.componentInstance.series = [{ ...plan!, editable: false, points: [...plan!.points, further] }, own!];
    await fixture.whenStable();
    const element = fixture.nativeElement as HTMLElement;
    expect(element.querySelectorAll('rect.marker')).toHaveLength(plan!.points.length);
  });

  it('shows the same numbers as a table', async () => {
    const { fixture, element } = await setUp();
    [...element.querySelectorAll('button')].find((one) => one.textContent.trim() === 'Vis som tabel')!.click();
    await fixture.whenStable();
    const rows = [...element.querySelectorAll('tbody tr')].map((row) =>
      [...row.children].map((cell) => cell.textContent),
    );
    expect(rows).toEqual([
      ['2026-01-01', '412', '412'],
      ['2026-04-01', '', ''],
      ['2026-07-01', '240', '340'],
      ['2027-01-01', '60', ''],
    ]);
  });

  it('has no serious finding in axe', async () => {
    const { element } = await setUp();
    expect(await seriousFindings(element)).toEqual([]);
  });
});

describe('toCsv', () => {
  it('writes semicolons, a plain minus, quotes where needed, and defuses formulas', () => {
    const text = toCsv({
      columns: ['Navn', 'Beløb'],
      rows: [
        ['=SUM(A1)', '\u22121.250,50'],
        ['a;b "c"', ''],
      ],
    });
    expect(text).toBe('\ufeffNavn;Beløb\r\n\'=SUM(A1);-1.250,50\r\n"a;b ""c""";\r\n');
  });
});

describe('the certainty band', () => {
  it('leaves a segment without size out of the bar and keeps its zero in the table', async () => {
    const groups: BandGroup[] = [
      {
        title: 'Realiseret',
        note: '',
        text: '8,9',
        segments: [
          { id: 'a', label: 'Bekræftet', size: 8.9, text: '8,9', fill: 'fill-5' },
          { id: 'b', label: 'Udmøntet', size: 0, text: '0,0', fill: 'fill-4' },
        ],
      },
    ];
    const fixture = TestBed.createComponent(CertaintyBand);
    fixture.componentRef.setInput('groups', groups);
    await fixture.whenStable();
    const element = fixture.nativeElement as HTMLElement;
    expect(element.querySelectorAll('.block')).toHaveLength(1);
    expect([...element.querySelectorAll('tr:not(.group)')].map((row) => row.textContent)).toEqual([
      'Bekræftet8,9',
      'Udmøntet0,0',
    ]);
    expect(element.querySelector('[role=img]')?.getAttribute('aria-label')).toBe(
      'Realiseret: Bekræftet 8,9, Udmøntet 0,0',
    );
  });
});

describe('the score bar', () => {
  it('is no bar of length zero when there is no score', async () => {
    const fixture = TestBed.createComponent(ScoreBar);
    fixture.componentRef.setInput('score', null);
    fixture.componentRef.setInput('absent', 'For få (2 af 3)');
    await fixture.whenStable();
    const element = fixture.nativeElement as HTMLElement;
    expect([element.querySelector('rect'), element.textContent?.trim()]).toEqual([null, 'For få (2 af 3)']);
  });

  it('says score and level', async () => {
    const fixture = TestBed.createComponent(ScoreBar);
    fixture.componentRef.setInput('score', '61.7');
    fixture.componentRef.setInput('level', 4);
    await fixture.whenStable();
    expect((fixture.nativeElement as HTMLElement).querySelector('svg')?.getAttribute('aria-label')).toBe(
      'Score 62 af 100, Niveau 4',
    );
  });
});
